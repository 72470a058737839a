n = 360
factores = []
d = 2
while n > 1:
    while n % d == 0:
        factores.append(d)
        n //= d
    d += 1
print(factores)


def mcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(mcd(48, 36), mcd(2 ** 90, 6 ** 40))


def raiz_entera(n):
    x = n
    while x * x > n:
        x = (x + n // x) // 2
    return x


print(raiz_entera(10 ** 60), raiz_entera(2 ** 101))
criba = [True] * 60
for i in range(2, 8):
    if criba[i]:
        for j in range(i * i, 60, i):
            criba[j] = False
print([i for i in range(2, 60) if criba[i]])
pi = 0.0
for k in range(1000):
    pi += (-1) ** k * 4 / (2 * k + 1)
print(pi, f"{pi:.3f}")
c = 27
pasos = 0
while c != 1:
    c = c // 2 if c % 2 == 0 else 3 * c + 1
    pasos += 1
print(pasos)
print("".join(str((i * 7 + 3) % 10) for i in range(30)))
