import threading
import time


class Conexion(threading.local):
    def __init__(self, base):
        print("nueva en", threading.current_thread().name)
        self.n = base

    def sube(self):
        self.n += 1
        return self.n


datos = threading.local()
datos.x = "principal"
con = Conexion(10)
print(con.sube(), con.sube())


def f(n):
    print(hasattr(datos, "x"), getattr(datos, "x", "nada"))
    datos.x = n
    time.sleep(1)
    print(datos.x, con.sube(), con.sube())
    del datos.x
    try:
        datos.x
    except AttributeError as e:
        print(type(e).__name__)


hilos = [threading.Thread(target=f, args=(i,), name=f"h{i}") for i in range(2)]
for h in hilos:
    h.start()
for h in hilos:
    h.join()
print(datos.x, con.n)
