print()
print("")
print("a", "b", "c", sep="")
print("a", "b", sep=", ", end=".\n")
print(1, 2.0, None, True, "x", [1, "x"], ("y",), {"k": "v"})
print("sin salto", end="")
print(" y seguido", flush=True)
print(*[1, 2, 3], sep=" -> ")
print(*[], "nada", sep="--")
print(sep="x", end="y\n")
print("tab\tcomilla\"s 'simples' \\ barra")
print(["tab\t", "comi'lla", 'do"ble', "am'b\"as", "salto\n", "\x00\x7f", "ñ→🎉", "\\"])
print("línea 1\nlínea 2\r\nlínea 3")
print(None, None, sep=None, end=None)
print("""triple
  con "comillas"
fin""")
print("unidas " "solas " 'siempre')
print(r"cruda \n", b"bytes \x00 \xff a'")
try:
    print("x", sep=1)
except TypeError as e:
    print(e)
try:
    print("x", fin="")
except TypeError as e:
    print(e)
