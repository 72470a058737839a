try:
    int("x")
except ValueError:
    raise KeyError("limpio") from None
