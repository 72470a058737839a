def f(x, y):
    return (x.valor
            + y)


class X:
    valor = 1


print(f(X, 2))
datos = {"a": {"b": [1, 2]}}
try:
    datos["a"]["c"][0]
except KeyError as e:
    print(e)
print(len(str(f(X, 1))) + f(X(), datos["a"]["b"][0]) * f(X, "texto") - 5)
