print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("a", "b"), "{x} {y!r}".format(x=1, y="z"), "{:>5}|{:<5}|{:^5}|".format(1, 2, 3))
print("{0[0]} {0[1]} {1[k]} {1[0]}".format([1, 2], {"k": "v", 0: "cero"}), "{:{}}|".format("a", 4), "{:{w}.{p}f}".format(3.14159, w=8, p=2))
print("{{}} {{{}}}".format(5), "{0.__class__.__name__}".format(5), "{:,}".format(1234567), "{:%}".format(0.25), "{:08.3f}".format(-3.14159))
print("{a}{a}{b}".format(**{"a": 1, "b": 2}), "{}".format([1, "x"]), "{!s:>4}".format("x"), "{!r:>5}".format("x"), "{:}".format("nada"))
print(format(3.5, ".2f"), format("x", ">3"), format(5), format([1]), format(True), format(True, "d"), format(None))
print("{:d} {:x} {:o} {:b} {:e} {:g} {:c}".format(10, 255, 8, 5, 12345.678, 0.0001, 65))
print("{:*<6}{:#>6}{:=+6}{: }".format("a", "b", 5, 7), "{:+} {:+} {:-}".format(1, -1, -1), "{:.3}".format("abcdef"), "{:6.2}|".format("abc"))
plantilla = "{nombre:<10}|{precio:>8.2f}|{cantidad:^5}"
for fila in [("café", 1.5, 3), ("té", 10, 12), ("chocolate", 100.125, 1)]:
    print(plantilla.format(nombre=fila[0], precio=fila[1], cantidad=fila[2]))
