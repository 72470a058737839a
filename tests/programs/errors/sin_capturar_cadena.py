def leer(d):
    try:
        return d["x"]
    except KeyError as e:
        raise ValueError("falta x") from e


def abrir():
    try:
        leer({})
    except ValueError:
        print("no sé qué hacer")
        raise RuntimeError("no abre")


print("empieza")
abrir()
print("no llega")
