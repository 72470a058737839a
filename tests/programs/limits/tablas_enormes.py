# Una tabla tiene un máximo de claves; quien la llena puede seguir después.
import asyncio


def llenar(poner):
    n = 0
    try:
        while True:
            poner(n)
            n += 1
    except MemoryError:
        return n


async def main():
    conjunto = set()
    print(llenar(conjunto.add) == len(conjunto) >= 1_000_000)
    for n in range(0, 600_000, 2):
        conjunto.discard(n)
    conjunto.add(-1)
    print(-1 in conjunto, 0 in conjunto, 1 in conjunto, 999_999 in conjunto)
    conjunto.clear()
    print(len(conjunto))

    tabla = {}
    cuantas = llenar(lambda n: tabla.__setitem__(n, n))
    print(cuantas == len(tabla) >= 1_000_000)
    tabla[0] = 'cambia'
    try:
        tabla[-1] = 'nueva'
    except MemoryError:
        print('no cabe', tabla[0], -1 in tabla)
    try:
        tabla.setdefault(-1, 'nueva')
    except MemoryError:
        print('tampoco')

    mitad = {n: n for n in range(300_000)}
    del tabla
    otra = {n: -n for n in range(200_000, 500_000)}
    print(len(mitad | otra), len({**mitad, **otra}), (mitad | otra)[250_000])
    mitad |= otra
    print(len(mitad), mitad[0], mitad[499_999])


asyncio.run(main())
