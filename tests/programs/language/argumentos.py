def todo(a, b=2, *resto, c, d=4, **nombrados):
    return a, b, resto, c, d, nombrados


print(todo(1, c=3))
print(todo(1, 20, 300, 4000, c=0, z=1, y=2))
print(todo(*[1, 2, 3], **{"c": 5, "otro": 6}))
print(todo(*"ab", *range(2), c=1, **{"x": 0}, **{"w": 9}))


def vacia(*args, **kwargs):
    return args, kwargs


print(vacia(), vacia(*()), vacia(**{}))
print(vacia(*{"k": 1}), vacia({"k": 1}))


def solo_posicion(a, /, b, *, c):
    return f"{a}{b}{c}"


print(solo_posicion(1, 2, c=3), solo_posicion(1, c=3, b=2))
