# Lo que se contiene a sí mismo se escribe una vez.
lista = [1]
lista.append(lista)
print(lista)
mapa = {"yo": None}
mapa["yo"] = mapa
mapa["lista"] = lista
lista.append(mapa)
print(mapa)
print(f"{lista!r}", str(mapa) == repr(mapa))
tupla = ([],)
tupla[0].append(tupla)
print(tupla)


class Nodo:
    def __init__(self):
        self.otro = self

    def __repr__(self):
        return f"Nodo({self.otro!r})"


try:
    print(Nodo())
except RecursionError as error:
    print("RecursionError", error)

honda = []
for _ in range(100_000):
    honda = [honda]
try:
    print(len(repr(honda)))
except RecursionError as error:
    print("RecursionError", error)
try:
    print(lista == [1, lista, mapa], mapa == dict(mapa))
except RecursionError as error:
    print("RecursionError", error)
otra = [1]
otra.append(otra)
try:
    print(otra == lista)
except RecursionError as error:
    print("RecursionError", error)
print("fin")
