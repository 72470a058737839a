def sumar(a, b):
    return a + b


print(sumar(1, 2))
print(sumar("Hay ", 3),
      "cosas")
