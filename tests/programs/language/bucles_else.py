for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "es primo")

i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    print(i, end=" ")
else:
    print("else del while")

while True:
    i -= 1
    if not i:
        break
else:
    print("nunca")
print(i)

for x in []:
    pass
else:
    print("vacío también")


def sale():
    for i in range(10):
        try:
            if i == 3:
                return f"devuelto {i}"
        finally:
            print("finally", i)


print(sale())
for letra in "abc":
    pass
print(letra)
