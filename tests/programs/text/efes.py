nombre, edad, pi = "Ana", 30, 3.14159265
print(f"{nombre} tiene {edad} años; {edad * 2 = }; {nombre!r} {nombre!s} {nombre!a} {'ñ'!a}")
print(f"{pi:.2f} {pi:8.3f}| {pi:<8.1f}| {pi:^9.2f}| {pi:+.1e} {pi:08.2f} {pi:%} {pi:.0%} {pi:g} {pi:.3} {pi:n}")
print(f"{edad:5}| {edad:<5}| {edad:^5}| {edad:*>5} {edad:05} {edad:+} {edad: } {edad:b} {edad:#x} {edad:e} {edad:c} {edad:,} {-edad:05} {edad:.1f}")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {0xffff:_x} {1e10:,} {-1234:,} {123:,} {1234:010,}")
print(f"{nombre:>6}| {nombre:.2}| {nombre:*^9} {nombre:6}| {nombre!r:>8} {'':>3}| {True} {True:d} {True:5} {None}")
ancho, prec = 10, 3
print(f"{pi:{ancho}.{prec}f}| {pi:{ancho}}| {nombre:{'>'}{ancho}}| {'x':{'-'}^{ancho}}")
print(f"{{literal}} {{{edad}}} {edad}}}", f"{'a' if edad > 3 else 'b'}", f"{[x for x in range(3)]}", f"{ {'k': 1}['k'] }")
print(f"{nombre=} {nombre = } {edad=:>5} {pi=:.2f} {nombre=!s} { edad + 1 = } {(lambda x: x * 2)(3)=}")
print(f"{'simples'} " f"y {'pegadas'}" " sueltas")
print(f"""{
    edad
    + 1
}""", f"{f'{edad}'}")
print(f"{0.1 + 0.2:.1f} {1e6:.0f} {2.5:.0f} {3.5:.0f} {0.5:.0f} {1.005:.2f} {1e-10:.3f} {-0.0:.1f} {-0.4:.0f}")
print(f"{float('inf'):f} {float('nan'):8.2f}| {float('-inf'):+} {float('inf'):05}")
print(f"{10**20:,} {10**20:e} {10**20:.2f} {2**70:x} {-5:b} {5:#010b} {0:#x} {255:#X}")
print(f"{'x' * 3}{1}{2.0}{None}{[1, 'a']}{(1,)}")
print(f"{1e5:g} {1e-5:g} {123456:g} {1234567:g} {0.0001:g} {100000.0:.3g} {1.50:g} {1.5:#g} {12:.1e} {0:e}")
print(f"{3:<}{3:>2}{3:^4}|", f"{'ñ':>3}", f"{'🎉':*^3}", f"{12.0:}", f"{12.0:5}", f"{1.0:3}", f"{1e100:10}|")
