import asyncio


class Caja:
    contenido = 1


def calcular():
    resultado = 5
    return resutado


for f in (calcular, lambda: Caja().contenidos, lambda: [].apend, lambda: "".uper(), lambda: asyncio.slep, lambda: prin("x")):
    try:
        f()
    except (NameError, AttributeError) as e:
        print(e, "|", e.name)
calcular()
