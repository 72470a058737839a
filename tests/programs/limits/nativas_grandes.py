# Ninguna operación suelta trabaja sin fin: o es corta, o se niega, o se parte.
import math


def intenta(nombre, f):
    try:
        print(nombre, f())
    except (MemoryError, ValueError) as e:
        print(nombre, type(e).__name__)


intenta("cadena", lambda: len("a" * 200_000_000))
intenta("trocear", lambda: len(("a" * 10**7).split("a")))
intenta("unir", lambda: len(("b" * 10**4).join(["a"] * 10**6)))
intenta("lista", lambda: len(list("a" * 10**7)))
intenta("tabuladores", lambda: len(("\t" * 10**6).expandtabs(10**6)))
intenta("base 2", lambda: int("1" * 10**7, 2))
intenta("dígitos", lambda: str(10**5000))
intenta("producto", lambda: (3**400_000) * (3**400_000))
intenta("mcd", lambda: math.gcd(3**20000 * 5**3, 5**20000) == 5**3)
intenta("potencia modular", lambda: pow(3, 10**1000, 10**1000 + 7) % 1000)
intenta("ordenar", lambda: sorted((i * 7919 % 100_003 for i in range(100_003)), reverse=True)[:3])
intenta("ordenar claves", lambda: sorted([(i % 3, i) for i in range(30_000)])[9_999:10_002])
doble, otro = None, None
for _ in range(14):
    doble, otro = (doble, doble), (otro, otro)
intenta("iguales", lambda: doble == otro)
intenta("hash", lambda: hash(doble) == hash(otro))
