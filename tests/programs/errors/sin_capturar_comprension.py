datos = ["1", "2", "tres"]
numeros = [int(d) for d in datos]
print(numeros)
