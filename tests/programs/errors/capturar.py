def probar(f):
    try:
        r = f()
    except (ZeroDivisionError, TypeError) as e:
        print("aritmética:", e)
    except KeyError as e:
        print("clave:", e, e.args)
    except LookupError as e:
        print("búsqueda:", type(e).__name__, e)
    except Exception as e:
        print("otra:", repr(e))
    else:
        print("bien:", r)
    finally:
        print("siempre")


probar(lambda: 1)
probar(lambda: 1 / 0)
probar(lambda: "a" + 1)
probar(lambda: {}["clave"])
probar(lambda: [][1])
probar(lambda: int("x"))
probar(lambda: no_existe)
try:
    try:
        [][0]
    except KeyError:
        print("no pasa por aquí")
    finally:
        print("interior")
except IndexError:
    print("exterior")
try:
    pass
except:
    print("nunca")
else:
    print("else")
try:
    raise ValueError
except:
    print("a secas")
