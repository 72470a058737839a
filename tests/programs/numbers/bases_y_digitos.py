def a_base(n, base):
    if n == 0:
        return "0"
    digitos = ""
    while n:
        n, r = divmod(n, base)
        digitos = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + digitos
    return digitos


for n in (0, 5, 255, 10 ** 15):
    print(n, a_base(n, 2), a_base(n, 16), a_base(n, 36), int(a_base(n, 36), 36) == n)
print(bin(255)[2:].zfill(12), format(255, "b"), format(255, "#x"), format(-255, "08b"), f"{255:#o} {255:X} {255:_b}")
print([int(c) for c in str(2 ** 50)], sum(map(int, str(2 ** 1000))))
print((1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8", "big"))
print(int.__name__, float.__name__)
print((5).real, (5).conjugate(), (3).numerator, (3).denominator)
