x = "global"


def ver():
    return x


def tapar():
    x = "local"
    return x, ver()


def cambiar():
    global x
    x = "cambiada"


def borrar():
    global x
    del x


print(tapar(), ver())
cambiar()
print(x)
borrar()
try:
    ver()
except NameError as e:
    print(e)
a = [1, 2, 3, 4]
del a[1], a[-1]
b, c = {"k": 1, "j": 2}, [5]
del b["k"]
print(a, b, c)
d = a
del a
print(d)
try:
    print(a)
except NameError as e:
    print(e)
try:
    del no_hay
except NameError as e:
    print(e)
(e, f), g = (1, 2), 3
del (e, f), g
for print_ in (print,):
    print_("alias")
len = lambda x: "tapada"
print(len([1]))
del len
print(len([1]))
