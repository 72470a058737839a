class Temperatura:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """Grados."""
        return self._celsius

    @celsius.setter
    def celsius(self, valor):
        if valor < -273.15:
            raise ValueError(f"{valor} está bajo el cero absoluto")
        self._celsius = valor

    @celsius.deleter
    def celsius(self):
        print("borrada")
        self._celsius = None

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @classmethod
    def desde_fahrenheit(cls, f):
        return cls((f - 32) * 5 / 9)

    @staticmethod
    def absoluta():
        return -273.15


t = Temperatura(25)
print(t.celsius, t.fahrenheit)
t.celsius = 100
print(t.fahrenheit, Temperatura.desde_fahrenheit(212).celsius, Temperatura.absoluta(), t.absoluta())
for accion in (lambda: setattr(t, "celsius", -300), lambda: setattr(t, "fahrenheit", 1), lambda: delattr(t, "fahrenheit"), lambda: Temperatura(-999)):
    try:
        accion()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, "|", e)
del t.celsius
print(t.celsius, Temperatura.celsius.__doc__, type(Temperatura.celsius).__name__)


class Hija(Temperatura):
    @property
    def fahrenheit(self):
        return round(super().fahrenheit, 1)

    @classmethod
    def nombre(cls):
        return cls.__name__


print(Hija(36.6).fahrenheit, type(Hija.desde_fahrenheit(0)).__name__, Hija.nombre(), Hija(1).nombre())
