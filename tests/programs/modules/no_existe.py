print("antes")
try:
    import modulo_que_no_existe
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    from math import no_hay
except ImportError as e:
    print(str(e)[:33])
import inexistente.otro
