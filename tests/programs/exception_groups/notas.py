def g():
    e = RuntimeError("con notas")
    e.add_note("primera")
    e.add_note("segunda\nen dos líneas")
    raise e


g()
