try:
    try:
        1 / 0
    except "texto":
        pass
except TypeError as e:
    print(e)
grupo = (KeyError, (IndexError, (ZeroDivisionError,)))
try:
    try:
        1 / 0
    except grupo as e:
        print("dentro", e)
except TypeError as e:
    print(e)


def elegir():
    print("se evalúa al fallar")
    return ZeroDivisionError


try:
    pass
except elegir():
    pass
try:
    1 / 0
except elegir():
    print("elegida")
