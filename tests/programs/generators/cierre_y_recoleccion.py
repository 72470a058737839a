def ruidoso(n):
    print("abre", n)
    try:
        yield n
        yield n + 1
    finally:
        print("cierra", n)


def usar():
    g = ruidoso(1)
    next(g)
    print("sale de la función")


usar()
g = ruidoso(2)
next(g)
g = None
print("reasignado")
for x in ruidoso(3):
    if x == 3:
        break
print("tras break")
l = [ruidoso(4)]
next(l[0])
l.clear()
print("lista vaciada")
next(ruidoso(5))
print("temporal")
a, b = ruidoso(6)
print(a, b)
z = list(zip(ruidoso(7), ruidoso(8)))
print(z)
try:
    for x in ruidoso(9):
        raise ValueError("en el bucle")
except ValueError as e:
    print(e)
