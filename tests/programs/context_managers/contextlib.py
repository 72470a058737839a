from contextlib import contextmanager, suppress, closing, ExitStack, nullcontext, redirect_stdout


@contextmanager
def etiqueta(nombre):
    print(f"<{nombre}>")
    try:
        yield nombre
    except ValueError as e:
        print("captura", e)
    finally:
        print(f"</{nombre}>")


with etiqueta("b") as n:
    print(n)
with etiqueta("i"):
    raise ValueError("dentro")
try:
    with etiqueta("u"):
        raise KeyError("otro")
except KeyError as e:
    print("sale", e)


@etiqueta("p")
def parrafo():
    print("texto")


parrafo()
with suppress(KeyError, IndexError):
    {}["x"]
    print("no llega")
with ExitStack() as pila:
    for x in "ab":
        pila.enter_context(etiqueta(x))
    pila.callback(print, "callback", sep="!")
    print("cuerpo")
with nullcontext(5) as x:
    print(x)


@contextmanager
def sin_yield():
    if False:
        yield


@contextmanager
def dos_yield():
    yield 1
    yield 2


for c in (sin_yield, dos_yield):
    try:
        with c():
            pass
    except RuntimeError as e:
        print(e)


class Cosa:
    def close(self):
        print("cerrada")


with closing(Cosa()):
    print("usando")
