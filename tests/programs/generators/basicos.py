def contar(n):
    print("empieza")
    for i in range(n):
        recibido = yield i
        if recibido is not None:
            print("recibe", recibido)
    print("acaba")
    return "valor final"


g = contar(3)
print(type(g).__name__, next(g), g.send("hola"), next(g))
try:
    next(g)
except StopIteration as e:
    print("fin:", e.value)
print(next(g, "agotado"), list(contar(2)))
g = contar(1)
try:
    g.send(5)
except TypeError as e:
    print(e)


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fibonacci()
print([next(f) for _ in range(10)], next(f))
print([x for x, _ in zip(fibonacci(), range(5))])


def media():
    total, n = 0, 0
    valor = None
    while True:
        x = yield valor
        total += x
        n += 1
        valor = total / n


m = media()
next(m)
print(m.send(10), m.send(20), m.send(0))


def con_finally():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("captura", e)
        yield "recuperado"
    except GeneratorExit:
        print("me cierran")
        raise
    finally:
        print("finally")


g = con_finally()
print(next(g), g.throw(ValueError("x")))
print(next(g, "nada"))
g = con_finally()
next(g)
g.close()
g.close()
print(next(g, "cerrado"))
g = con_finally()
try:
    g.throw(KeyError("sin empezar"))
except KeyError as e:
    print(e)
for x in con_finally():
    print(x)
    break
print("después del break")


def terco():
    try:
        yield 1
    except GeneratorExit:
        yield 2


t = terco()
next(t)
try:
    t.close()
except RuntimeError as e:
    print(e)


def para():
    raise StopIteration("dentro")
    yield


try:
    list(para())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def reentra():
    yield next(yo)


yo = reentra()
try:
    next(yo)
except ValueError as e:
    print(e)
