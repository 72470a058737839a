class Cuenta:
    banco = "Central"
    abiertas = 0

    def __init__(self, titular, saldo=0):
        self.titular = titular
        self.saldo = saldo
        Cuenta.abiertas += 1

    def depositar(self, cantidad):
        if cantidad <= 0:
            raise ValueError("la cantidad debe ser positiva")
        self.saldo += cantidad
        return self

    def __repr__(self):
        return f"Cuenta({self.titular!r}, {self.saldo})"


a = Cuenta("Ana", 10)
b = Cuenta("Luis")
print(a, b, a.depositar(5).depositar(1), Cuenta.abiertas, a.banco)
a.banco = "Otro"
print(a.banco, b.banco, Cuenta.banco, a.__dict__, b.__dict__, vars(a) is a.__dict__)
Cuenta.banco = "Nuevo"
print(a.banco, b.banco, Cuenta.__name__, type(a).__name__, isinstance(a, Cuenta), a.__class__ is Cuenta)
f = a.depositar
f(100)
print(a, Cuenta.depositar(b, 7), hasattr(a, "saldo"), getattr(a, "nada", None))
setattr(a, "mote", "La jefa")
print(a.mote, sorted(a.__dict__))
del a.mote
for f in (lambda: a.mote, lambda: Cuenta(), lambda: a.depositar(), lambda: a.depositar(-1), lambda: Cuenta.depositar(1), lambda: a(), lambda: a[0], lambda: a + 1, lambda: a < b, lambda: len(a), lambda: [x for x in a], lambda: Cuenta.nada, lambda: Cuenta("a", 1, 2), lambda: b.saldo.x):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
print(a == a, a == b, a != b, bool(a), str(a), [a], {a: 1}[a])
try:
    del a.mote
except AttributeError as e:
    print(e)
