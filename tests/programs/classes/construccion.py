class Unica:
    _inst = None

    def __new__(cls, *a):
        print("new", cls.__name__, a)
        if cls._inst is None:
            cls._inst = super().__new__(cls)
        return cls._inst

    def __init__(self, *a):
        print("init", a)


print(Unica(1) is Unica(2))


class Base:
    registro = []

    def __init_subclass__(cls, /, etiqueta=None, **k):
        super().__init_subclass__(**k)
        Base.registro.append((cls.__name__, etiqueta))


class Uno(Base, etiqueta="u"):
    pass


class Dos(Uno):
    pass


print(Base.registro, [c.__name__ for c in Base.__subclasses__()])


class Meta(type):
    def __new__(m, nombre, bases, d):
        d["creada_por"] = m.__name__
        return super().__new__(m, nombre, bases, d)

    def __call__(cls, *a):
        print("llamando a", cls.__name__)
        return super().__call__(*a)


class ConMeta(metaclass=Meta):
    pass


print(ConMeta().creada_por, type(ConMeta).__name__)
Al = type("Al", (Base,), {"x": 1, "f": lambda self: self.x + 1})
print(Al().f(), Al.__name__, Base.registro[-1])


class Exterior:
    x = 1
    for i in range(3):
        x += i

    class Interior:
        y = 2

        def donde(self):
            return type(self).__qualname__

    def metodo(self):
        return self.Interior().y, __class__.__name__


print(Exterior.x, Exterior.i, Exterior.Interior().donde(), Exterior().metodo(), Exterior.metodo.__qualname__)
try:
    class Rota:
        y = [x for _ in range(1)]
        z = no_hay
except NameError as e:
    print(e)


class SinInit:
    pass


try:
    SinInit(1)
except TypeError as e:
    print(e)


class InitMal:
    def __init__(self):
        return 5


try:
    InitMal()
except TypeError as e:
    print(e)
