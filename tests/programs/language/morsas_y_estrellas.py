if (n := len([1, 2, 3])) > 2:
    print(n)
print([r for x in range(5) if (r := x * x) % 2 == 0], r)
while (linea := ["a", "b", ""][n - 3]) and n < 6:
    print(linea)
    n += 1
    if n >= 5:
        break
print((a := 1, b := a + 1), a, b)


def f(*a, **k):
    return a, k


print(f(*[1], 2, *[3, 4], x=1, **{"y": 2}, **{}), f(*"ab", **dict(c=3)))
print([*range(2), *(3, 4)], (*"ab", "c"), {*[1, 2], 3}, {**{"a": 1}, "b": 2, **{"a": 9}})
a, *b = "x"
print(a, b)
*a, b = [1, 2, 3]
print(a, b)
for i, (x, *y) in enumerate([(1, 2, 3), "ab"]):
    print(i, x, y)
for x in *[1, 2], 3:
    print(x, end=" ")
print()


def g():
    return 1, *[2, 3]


def h():
    yield 1, *[2]


print(g(), list(h()))
d = {"a": 1}
for malo in (lambda: f(**d, a=2), lambda: f(**d, **d), lambda: f(**{1: 2}), lambda: f(*None), lambda: [*1], lambda: {**[1]}):
    try:
        print(malo())
    except TypeError as e:
        print(e)
x = [1, 2, 3]
x[1:2] = *x, 9
print(x)
print(*[], *[1], sep=",")
def pos(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


print(pos(1, d=4), pos(1, 2, 3, d=4, e=6), pos(1, c=8, d=0))
for malo in (lambda: pos(1), lambda: pos(a=1, d=2), lambda: pos(1, 2, 3, 4, d=1), lambda: pos(d=1), lambda: pos(1, b=2, d=3)):
    try:
        malo()
    except TypeError as e:
        print(e)
