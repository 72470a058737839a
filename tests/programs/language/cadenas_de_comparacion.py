def ver(x):
    print("evalúa", x)
    return x


print(ver(1) < ver(2) < ver(3))
print(ver(1) < ver(0) < ver(3))
print(1 < 2 > 1 == 1 != 0, 3 == 3.0 > 2.5, 1 in [1] == True)
print(not 1 == 2, not not "", None is None)
print([1, 2] < [1, 2, 3] < [1, 3], (1, "a") < (1, "b"), "Z" < "a" < "á")
print(0 or "" or [] or "último", 1 and [] and 2, None or 0, 5 and 6)
print("sí" if [] else "no", 1 if 0 else 2 if 0 else 3)
a = b = c = []
b.append(1)
print(a, a is c)
