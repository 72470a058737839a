class Animal:
    def __init__(self, nombre):
        self.nombre = nombre

    def hablar(self):
        return "..."

    def presentar(self):
        return f"{self.nombre} dice {self.hablar()}"

    def __str__(self):
        return f"<{type(self).__name__} {self.nombre}>"


class Perro(Animal):
    def hablar(self):
        return "guau"


class Cachorro(Perro):
    def __init__(self, nombre, edad):
        super().__init__(nombre)
        self.edad = edad

    def hablar(self):
        return super().hablar().upper() + "!"


for x in (Animal("a"), Perro("b"), Cachorro("c", 1)):
    print(x.presentar(), x, isinstance(x, Perro), issubclass(type(x), Animal))
print([c.__name__ for c in Cachorro.__mro__], Cachorro.__bases__[0].__name__, Perro.__base__.__name__)


class A:
    def quien(self):
        return ["A"]


class B(A):
    def quien(self):
        return ["B"] + super().quien()


class C(A):
    def quien(self):
        return ["C"] + super().quien()


class D(B, C):
    def quien(self):
        return ["D"] + super().quien()


print(D().quien(), [k.__name__ for k in D.mro()])
try:
    class E(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class F(5):
        pass
except TypeError as e:
    print(e)
print(super(B, D()).quien(), A.quien(None))


class Lista(list):
    def suma(self):
        return sum(self)


l = Lista([1, 2])
l.append(3)
print(l, l.suma(), len(l), isinstance(l, list), Lista("ab") + ["c"], l == [1, 2, 3])


class Dicc(dict):
    def __missing__(self, clave):
        return f"sin {clave}"


d = Dicc(a=1)
print(d["a"], d["b"], d.get("b"), d)


class MiError(ValueError):
    def __init__(self, codigo, *resto):
        super().__init__(codigo, *resto)
        self.codigo = codigo

    def __str__(self):
        return f"código {self.codigo}"


try:
    raise MiError(7, "x")
except ValueError as e:
    print(e, repr(e), e.args, e.codigo)


class Vacio(Exception):
    """Nada."""


try:
    raise Vacio
except Vacio as e:
    print(repr(e), str(e) == "", Vacio.__doc__)
