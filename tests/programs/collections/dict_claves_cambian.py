d = {"a": 1, "b": 2}
try:
    for k in d:
        del d[k]
        d[k + "x"] = 1
except RuntimeError as error:
    print(error)
d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as error:
    print(error)
d = {i: i for i in range(5)}
try:
    for clave, valor in d.items():
        if clave == 2:
            d.pop(4)
            d[10] = 1
        print(clave)
except RuntimeError as error:
    print(error)
