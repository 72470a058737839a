def f(a, b, c=3, *, d=4):
    return a


casos = [
    lambda: f(),
    lambda: f(1),
    lambda: f(1, 2, 3, 4),
    lambda: f(1, 2, e=5),
    lambda: f(1, 2, a=1),
    lambda: f(1, 2, 3, 4, d=5),
    lambda: f(*[1], **{"b": 1, "x": 2}),
    lambda: (lambda x: x)(),
    lambda: (lambda: 0)(1),
    lambda: (lambda a, b, c: 0)(),
    lambda: (lambda *, a, b: 0)(),
    lambda: (lambda a=1: 0)(1, 2),
    lambda: (lambda a, /: 0)(a=1),
    lambda: f(1, 2, **{"a": 3}),
    lambda: f(*5),
    lambda: f(**5),
]
for caso in casos:
    try:
        print(caso())
    except TypeError as error:
        print(error)
