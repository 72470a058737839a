def comprobar(x):
    if x < 0:
        raise ValueError
    return x


print(comprobar(1))
comprobar(-1)
