# `__getattribute__` contesta por todo; `__getattr__`, solo por lo que falta.
class Espia:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, nombre):
        print("piden", nombre)
        return super().__getattribute__(nombre)

    def doble(self):
        return self.x * 2

    @property
    def triple(self):
        return self.x * 3


e = Espia()
print(e.x, e.doble(), e.triple)
try:
    e.nada
except AttributeError as error:
    print(error)
print(hasattr(e, "x"), hasattr(e, "y"), getattr(e, "y", "por omisión"))


class Terco:
    def __getattribute__(self, nombre):
        if nombre == "a":
            return 1
        raise AttributeError(nombre)

    def __getattr__(self, nombre):
        if nombre == "z":
            raise AttributeError("ni siquiera z")
        return "suplente de " + nombre


t = Terco()
print(t.a, t.b, hasattr(t, "c"), getattr(t, "d", 0), getattr(t, "z", 0))


class Delegado:
    def __init__(self, otro):
        object.__setattr__(self, "_otro", otro)

    def __getattribute__(self, nombre):
        return getattr(object.__getattribute__(self, "_otro"), nombre)

    def __setattr__(self, nombre, valor):
        setattr(object.__getattribute__(self, "_otro"), nombre, valor)

    def __len__(self):
        return 99


class Caja:
    pass


caja = Caja()
d = Delegado(caja)
d.peso = 3
print(caja.peso, d.peso, d.__dict__, len(d))
lista = Delegado([3, 1, 2])
lista.sort()
print(lista.copy(), lista.index(3))


class Hija(Espia):
    pass


print(Hija().x)


class SinSuplente:
    @property
    def roto(self):
        raise AttributeError("por dentro")

    def __getattr__(self, nombre):
        return "suplente"


print(SinSuplente().roto, getattr(SinSuplente(), "roto", "otro"))
