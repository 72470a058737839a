def signo(n):
    if n > 0:
        return "positivo"
    elif n < 0:
        return "negativo"
    else:
        return "cero"


print([signo(n) for n in (-1, 0, 1)])
for n in range(1, 16):
    if n % 15 == 0: print("FizzBuzz", end=" ")
    elif n % 3 == 0: print("Fizz", end=" ")
    elif n % 5 == 0: print("Buzz", end=" ")
    else: print(n, end=" ")
print()
if True: pass
if None: print("no")
else: ...
x = 5; y = 6; print(x, y)
if x == 5 and \
        y == 6:
    print("continúa con barra")
while x: x -= 1
else: print("agotado", x)


def documentada():
    "solo documentación"


print(documentada(), documentada.__doc__)
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print(i, j, end="; ")
print()
