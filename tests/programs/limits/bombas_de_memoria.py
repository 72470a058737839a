# Cada una falla enseguida, con la excepción de Python, y el programa sigue.
def probar(nombre, f):
    try:
        f()
        print(nombre, "cabe")
    except (MemoryError, OverflowError, ValueError) as e:
        print(nombre, type(e).__name__)


grande = 10 ** 10
probar("texto * n", lambda: "a" * grande)
probar("n * texto", lambda: grande * "ab")
probar("lista * n", lambda: [0] * 10 ** 9)
probar("tupla * n", lambda: (0,) * 10 ** 9)
probar("potencia", lambda: 2 ** 10 ** 9)
probar("desplazar", lambda: 1 << 10 ** 10)
probar("formato", lambda: f"{1:1000000000}")
probar("formato de texto", lambda: "{:>1000000000}".format("a"))
probar("porcentaje", lambda: "%1000000000d" % 1)
probar("decimales", lambda: f"{1.5:.1000000000f}")
probar("center", lambda: "a".center(10 ** 10))
probar("ljust", lambda: "a".ljust(10 ** 10))
probar("zfill", lambda: "1".zfill(10 ** 10))
probar("replace", lambda: ("a" * 10 ** 5).replace("a", "b" * 10 ** 6))
probar("join", lambda: ("x" * 10 ** 6).join(["y"] * 10 ** 6))
probar("expandtabs", lambda: "\t".expandtabs(10 ** 10))
probar("list(range)", lambda: list(range(10 ** 12)))
probar("tuple(range)", lambda: tuple(range(10 ** 12)))
probar("set(range)", lambda: set(range(10 ** 12)))
probar("rebanada", lambda: [].__setitem__(slice(0, 0), range(10 ** 12)))
probar("bytes", lambda: bytes(10 ** 11))
probar("normal", lambda: "a" * 10)
