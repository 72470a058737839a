import io, contextlib, sys
buf = io.StringIO()
with contextlib.redirect_stdout(buf):
    print("hola")
    print("a", "b", sep="-", end="!")
    sys.stdout.write("directo\n")
print(repr(buf.getvalue()))
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print("error", file=sys.stderr)
print(repr(err.getvalue()))
b = io.StringIO("uno\ndos\n")
for l in b: print(repr(l))
print(b.read())
print(file=b)
print(repr(b.getvalue()))
class Doble:
    def __init__(s): s.t=[]
    def write(s, x): s.t.append(x); return len(x)
    def flush(s): s.t.append("<flush>")
d = Doble()
print("x", 1, file=d, flush=True)
print(d.t)
viejo = sys.stdout
sys.stdout = d
print("capturado")
sys.stdout = viejo
print(d.t)
try: print("x", file=3)
except AttributeError as e: print(e)
try: b.close(); b.write("x")
except ValueError as e: print(e)
with io.StringIO() as s:
    s.write("abc"); s.seek(0); print(s.readline(), s.tell())
import logging
logging.basicConfig(stream=sys.stdout, level="INFO", format="%(message)s")
logging.info("log")
with contextlib.redirect_stdout(io.StringIO()) as f:
    help_text = print("dentro")
print(f.getvalue())
