import traceback


class SinFin(Exception):
    def __str__(self):
        while True:
            pass


try:
    raise SinFin
except SinFin:
    print(traceback.format_exc().splitlines()[-1])
print("sigue")
