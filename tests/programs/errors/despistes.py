for texto in ("1 +", "x y"):
    pass
try:
    int("1 2")
except ValueError as e:
    print(e)
numeros = [1, 2, 3]
try:
    for i in range(len(numeros) + 1):
        print(numeros[i])
except IndexError:
    print("te pasaste")
try:
    numeros["0"]
except TypeError as e:
    print(e)
try:
    numeros.push(4)
except AttributeError as e:
    print(e)
try:
    print("a" + 1 + "b")
except TypeError as e:
    print(e)
try:
    input_ = None
    input_.strip()
except AttributeError as e:
    print(e)
try:
    (lambda a, b: a)(1)
except TypeError as e:
    print(e)
try:
    "5" * "5"
except TypeError as e:
    print(e)
try:
    [1, 2, 3] - [1]
except TypeError as e:
    print(e)
try:
    {"a": 1}.a
except AttributeError as e:
    print(e)
try:
    x = 5
    x.append(1)
except AttributeError as e:
    print(e)
try:
    sum(1, 2)
except TypeError as e:
    print(e)
try:
    for x in 5:
        pass
except TypeError as e:
    print(e)
try:
    for a, b in [1, 2]:
        pass
except TypeError as e:
    print(e)
try:
    len(None)
except TypeError as e:
    print(e)
