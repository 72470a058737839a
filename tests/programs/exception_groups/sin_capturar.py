def f():
    raise ValueError("uno")


errores = []
for accion in (f, lambda: 1 / 0, lambda: {}["k"]):
    try:
        accion()
    except Exception as e:
        errores.append(e)
errores[1].add_note("nota del segundo")
raise ExceptionGroup("fallaron tres", errores)
