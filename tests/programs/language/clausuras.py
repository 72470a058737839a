def contador():
    total = 0

    def sumar(n=1):
        nonlocal total
        total += n
        return total

    def leer():
        return total

    return sumar, leer


sumar, leer = contador()
otra, leer_otra = contador()
sumar(); sumar(5)
otra(100)
print(leer(), leer_otra())

tardias = [lambda: i for i in range(3)]
print([g() for g in tardias])
prontas = [lambda i=i: i for i in range(3)]
print([g() for g in prontas])


def exterior():
    def interior():
        return despues

    despues = "definida después"
    return interior()


print(exterior())


def tres():
    x = 1

    def dos():
        def uno():
            nonlocal x
            x *= 7
        uno()
        uno()
    dos()
    return x


print(tres())
