def bajar(n):
    if n == 0:
        return 1 / n
    return 1 + bajar(n - 1)


print(bajar(10))
