import sys
import traceback


def f():
    return 1 / 0


try:
    f()
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc().splitlines()[-1])
print("a stderr", file=sys.stderr)
sys.stdout.write("escrito\n")
print(sys.version_info[:2] >= (3, 11), sys.maxsize == 2 ** 63 - 1)
sys.exit("adiós")
