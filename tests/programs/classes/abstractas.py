from abc import ABC, abstractmethod


class Figura(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def nombre(self):
        ...

    def describir(self):
        return f"{self.nombre}: {self.area():.2f}"


class Cuadrado(Figura):
    nombre = "cuadrado"

    def __init__(self, l):
        self.l = l

    def area(self):
        return self.l ** 2


class Incompleta(Figura):
    def area(self):
        return super().area()


print(Cuadrado(2).describir(), isinstance(Cuadrado(1), Figura))
for c in (Figura, Incompleta):
    try:
        c()
    except TypeError as e:
        print(e)
