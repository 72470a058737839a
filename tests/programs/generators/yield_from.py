def interior():
    x = yield 1
    print("interior recibe", x)
    try:
        yield 2
    except ValueError as e:
        print("interior captura", e)
        yield 3
    return "resultado"


def exterior():
    r = yield from interior()
    print("exterior obtiene", r)
    yield from "ab"
    yield from [10, 20]
    r = yield from []
    print(r)


g = exterior()
print(next(g), g.send("dato"), g.throw(ValueError("zas")), list(g))


def arbol(x):
    if isinstance(x, list):
        for y in x:
            yield from arbol(y)
    else:
        yield x


print(list(arbol([1, [2, [3, 4], []], 5])))


def pares(it):
    for x in it:
        if x % 2 == 0:
            yield x


def cuadrados(it):
    for x in it:
        yield x * x


print(sum(cuadrados(pares(range(10)))), list(cuadrados(pares(iter([2, 3])))))
try:
    def malo():
        yield from 5
    list(malo())
except TypeError as e:
    print(e)


def permutar(xs):
    if not xs:
        yield []
    for i, x in enumerate(xs):
        for resto in permutar(xs[:i] + xs[i + 1:]):
            yield [x] + resto


print(["".join(p) for p in permutar("abc" and list("abc"))])


def perezosa():
    print("uno")
    yield
    print("dos")


p = perezosa()
print("nada aún", next(p))
print(list(p))
d = (print("lado", x) or x for x in range(2))
print("antes", next(d))
