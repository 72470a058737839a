def dividir(numeros):
    for n in numeros:
        yield 10 / n


def mostrar(it):
    for x in it:
        print(x)


mostrar(dividir([1, 2, 0, 4]))
