contador = 0


def sumar():
    contador += 1


def leer_antes():
    print(local)
    local = 1


def libre():
    def dentro():
        return valor
    dentro()
    valor = 1


def borrada():
    x = 1
    del x
    return x


for f in (sumar, leer_antes, libre, borrada, lambda: no_existe):
    try:
        f()
    except UnboundLocalError as e:
        print("UnboundLocalError:", e)
    except NameError as e:
        print("NameError:", e)


def con_global():
    global contador, nueva
    contador += 1
    nueva = "creada dentro"


con_global()
con_global()
print(contador, nueva)
try:
    1 / 0
except ZeroDivisionError as e:
    pass
try:
    print(e)
except NameError as fallo:
    print(fallo)
