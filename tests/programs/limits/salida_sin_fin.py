# Una salida que no acaba: se corta, y el programa puede decir por qué.
def charla():
    while True:
        print("x" * 70)


try:
    charla()
except MemoryError as error:
    print("cortada:", error)
raise ValueError("fin")
