precios = [("café", 1.2, 3), ("té", 0.95, 10), ("pastel de manzana", 12.5, 1)]
print(f"{'producto':<20}{'precio':>10}{'cant.':>7}{'total':>10}")
print("-" * 47)
suma = 0
for nombre, precio, cantidad in precios:
    total = precio * cantidad
    suma += total
    print(f"{nombre:<20}{precio:>10.2f}{cantidad:>7}{total:>10.2f}")
print(f"{'TOTAL':<37}{suma:>10.2f}")
print(f"{suma = :.3f}, {suma / 3 = }, {round(suma / 7, 3) = }")
print("%-10s|%8.3f|%+d" % ("x", 2 / 3, 7), "{:>{w}}".format("d", w=5))
for n in (0, 5, 12, 999, 1000, 1234567, 10 ** 12):
    print(f"{n:,} {n:_} {n:e} {n:.3g} {n:>15,}|")
for p in (0.1, 0.125, 0.99999, 1, 0.005):
    print(f"{p:.0%} {p:.1%} {p:.2%} {p:8.2%}|")
segundos = 98765.4321
h, resto = divmod(segundos, 3600)
m, s = divmod(resto, 60)
print(f"{int(h):02d}:{int(m):02d}:{s:06.3f}", h, m, round(s, 4))
