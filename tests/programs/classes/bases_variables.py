# Bases y palabras clave que llegan en un `*` y un `**`.
class Volador:
    def moverse(self):
        return "vuela"


class Nadador:
    def moverse(self):
        return "nada"


class Registro(type):
    vistas = []

    def __new__(meta, nombre, bases, cuerpo, **opciones):
        meta.vistas.append((nombre, [b.__name__ for b in bases], opciones))
        return super().__new__(meta, nombre, bases, cuerpo)

    def __init__(cls, nombre, bases, cuerpo, **opciones):
        super().__init__(nombre, bases, cuerpo)


dotes = (Volador, Nadador)


class Pato(*dotes):
    def moverse(self):
        return "el pato " + super().moverse()


class Pez(*dotes[1:], metaclass=Registro):
    pass


ajustes = {"metaclass": Registro, "color": "rojo"}


class Loro(Volador, *[], **ajustes):
    "Habla."


class Nada(*[]):
    pass


print([c.__name__ for c in Pato.__mro__], Pato().moverse())
print(Pez().moverse(), Loro().moverse(), Loro.__doc__, Nada.__bases__)
print(Registro.vistas)
try:

    class Repetida(*dotes, Volador):
        pass

except TypeError as e:
    print(e)
try:

    class Mala(*5):
        pass

except TypeError as e:
    print(e)
