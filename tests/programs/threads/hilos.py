import threading
import time

resultados = []


def descargar(n):
    print("empieza", n)
    time.sleep(n)
    resultados.append(n)
    print("acaba", n, time.perf_counter())


hilos = [threading.Thread(target=descargar, args=(n,), name=f"hilo {n}") for n in (2, 1)]
for h in hilos:
    h.start()
print("lanzados", hilos[0].is_alive(), hilos[0].name)
for h in hilos:
    h.join()
print(resultados, hilos[0].is_alive(), time.perf_counter())
cerrojo = threading.Lock()


def con_cerrojo(n):
    with cerrojo:
        time.sleep(1)
        print("cerrojo", n, time.perf_counter())


hilos = [threading.Thread(target=con_cerrojo, args=(n,)) for n in range(3)]
[h.start() for h in hilos]
[h.join() for h in hilos]
evento = threading.Event()
t = threading.Timer(1.5, evento.set) if hasattr(threading, "Timer") else None
t.start()
print(evento.wait(1), evento.wait(), time.perf_counter())
print(threading.current_thread().name)
