# Lo que Python avisa antes de empezar.
print("empieza")
x = 5
if x is 5:
    print("cinco")
if x is not "a":
    print("no")
assert (x == 5, "mensaje")
if x is None or x is True or x is ():
    print("nada")
if 1 < x is not -1:
    print("medio")


def f():
    for _ in range(2):
        if x is 1000:
            return 1
    try:
        return [1, 2]["a"]
    except TypeError as error:
        print(error)
    try:
        return (1, 2)(3, 4)
    except TypeError as error:
        print(error)
    try:
        return "a"(1), 5[0], "abc"[1, 2]
    except TypeError as error:
        print(error)
    return {"a": 1}["a"], [1, 2][True], (1, 2)[-1]


print(f())
