# Un bucle de eventos de juguete, con generadores.
from collections import deque


def tarea(nombre, pasos):
    for i in range(pasos):
        print(nombre, i)
        yield
    return nombre * 2


def correr(*tareas):
    cola = deque(tareas)
    resultados = []
    vueltas = 0
    while cola:
        t = cola.popleft()
        vueltas += 1
        try:
            next(t)
        except StopIteration as fin:
            resultados.append(fin.value)
        else:
            cola.append(t)
    return resultados, vueltas


print(correr(tarea("a", 2), tarea("b", 1), tarea("c", 3)))


class Pausa:
    def __init__(self, valor):
        self.valor = valor

    def __await__(self):
        respuesta = yield self.valor
        return respuesta


async def corrutina():
    a = await Pausa("una")
    print("recibe", a)
    b = await Pausa("dos")
    return a + b


c = corrutina()
print(c.send(None))
print(c.send(10))
try:
    c.send(5)
except StopIteration as e:
    print("resultado", e.value)
c = corrutina()
try:
    c.send(1)
except TypeError as e:
    print(e)
c.close()
