# Avisos: filtros, registro, y la línea de quien llama.
import warnings
def vieja():
    warnings.warn("usa nueva()", DeprecationWarning, stacklevel=2)
warnings.warn("cuidado")
warnings.warn("lento", RuntimeWarning)
for _ in range(2): warnings.warn("una vez")
vieja()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("a", UserWarning)
    vieja()
    print(len(w), w[0].category.__name__, w[1].message)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("nada")
warnings.simplefilter("error")
try: warnings.warn("ahora falla")
except UserWarning as e: print(repr(e))
warnings.filterwarnings("ignore", category=UserWarning)
warnings.warn("callada")
class Mia(UserWarning): pass
warnings.resetwarnings()
warnings.simplefilter("default")
warnings.warn(Mia("propia"))
