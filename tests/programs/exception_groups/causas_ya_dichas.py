import asyncio
def causa(n):
    try:
        try: raise KeyError(n)
        except KeyError as e: raise ValueError(n) from e
    except ValueError as e:
        try: raise OSError("durante")
        except OSError as x: return x
try:
    raise ExceptionGroup("g", [causa(1), ExceptionGroup("h", [causa(2), TypeError("t")]), causa(3)])
except ExceptionGroup as e:
    try:
        raise ExceptionGroup("segundo", [e, ValueError("z")])
    except* ValueError as f:
        raise RuntimeError("tercero") from f
