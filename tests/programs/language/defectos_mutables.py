def anotar(valor, lista=[]):
    lista.append(valor)
    return lista


def anotar_bien(valor, lista=None):
    if lista is None:
        lista = []
    lista.append(valor)
    return lista


print(anotar(1), anotar(2), anotar(3, ["otra"]), anotar(4))
print(anotar_bien(1), anotar_bien(2))
x = 10


def f(a, b=x + 1):
    return a, b


x = 99
print(f(0), f(b=1, a=2))
