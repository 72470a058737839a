def uno():
    try:
        return "try"
    finally:
        print("limpia")


def dos():
    try:
        return "try"
    finally:
        return "finally gana"


def tres():
    for i in range(3):
        try:
            continue
        finally:
            print("vuelta", i)
    return "fin"


def cuatro():
    while True:
        try:
            break
        finally:
            print("al romper")
    return "roto"


def cinco():
    try:
        1 / 0
    finally:
        return "el error desaparece"


def seis():
    try:
        try:
            raise ValueError("primero")
        finally:
            print("a")
    except ValueError as e:
        return f"{e}"
    finally:
        print("b")


def siete():
    for i in range(2):
        try:
            1 / 0
        except ZeroDivisionError:
            try:
                continue
            finally:
                print("c", i)
        finally:
            print("d", i)
    else:
        return "agotado"


def ocho():
    x = 1
    try:
        return x
    finally:
        x = 2


def nueve():
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise TypeError(2)
        except TypeError:
            pass
        raise


for f in (uno, dos, tres, cuatro, cinco, seis, siete, ocho):
    print(f.__name__, f())
try:
    nueve()
except KeyError as e:
    print(repr(e))
