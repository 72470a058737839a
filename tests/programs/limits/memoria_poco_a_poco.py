lista = []
try:
    while True:
        lista.append("relleno" * 1000)
except MemoryError as e:
    lista.clear()
    print("sin memoria:", type(e).__name__)
texto = "x"
try:
    while True:
        texto += texto
except MemoryError:
    print("texto demasiado largo")
n = 3
try:
    while True:
        n *= n
except MemoryError:
    print("número demasiado grande")
d = {}
try:
    i = 0
    while True:
        d[i] = [i] * 100
        i += 1
except MemoryError:
    d.clear()
    print("diccionario lleno")
print("sigue")
