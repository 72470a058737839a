# Los métodos de `bytes` que también tienen los textos.

peticion = b"GET /datos HTTP/1.1\r\nHost: ejemplo\r\nAccept: */*\r\n\r\ncuerpo: 1\nfin"
cabecera, corte, cuerpo = peticion.partition(b"\r\n\r\n")
print(cabecera.splitlines(), corte, cuerpo.splitlines(True))
for linea in cabecera.splitlines()[1:]:
    clave, _, valor = linea.partition(b":")
    print(clave.lower().ljust(8, b"."), valor.strip().rjust(9), len(linea))

print(b"a.b.c".rpartition(b"."), b"abc".partition(b"-"), b"abc".rpartition(b"-"))
print(b"a b  c ".rsplit(), b"a b  c ".rsplit(None, 1), b" a b c".rsplit(None, 2), b"a,b,,c".rsplit(b",", 2), b"x".rsplit(b",", 0))
print(b"img_001.png".removesuffix(b".png"), b"img_001".removeprefix(b"img_"), b"abc".removeprefix(b"x"), b"abc".removesuffix(b""))
print(b"abc".center(8, b"*"), b"abcd".center(7), b"ab".center(1), b"7".zfill(3), b"-7".zfill(4), b"+".zfill(3), b"12345".zfill(2))
print(b"a\tbc\td".expandtabs(), b"a\tb\n\tc".expandtabs(4), b"a\tb".expandtabs(0))
print(b"hola mundo 3d".title(), b"Hola Mundo".istitle(), b"hola".istitle(), b"".istitle(), b"aBc\xe9".swapcase())
cifra = bytes.maketrans(b"abc", b"xyz")
print(b"aabbcc-d".translate(cifra), b"abcabc".translate(None, b"b"), b"abcabc".translate(cifra, b"c"), len(cifra))
print(b"".splitlines(), b"\n".splitlines(), b"a\r\rb\x0bc\r\n".splitlines(), b"sin fin".splitlines(True))

for falla in (
    lambda: b"a".partition(b""),
    lambda: b"a" + "b",
    lambda: b"a" + 1,
    lambda: bytes.maketrans(b"a", b"bc"),
    lambda: b"a".translate(b"corta"),
    lambda: "a" + b"b",
):
    try:
        print(falla())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, sep=": ")
