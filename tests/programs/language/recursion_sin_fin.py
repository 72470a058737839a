def bajar(n):
    return bajar(n + 1)


try:
    bajar(0)
except RecursionError as e:
    print(type(e).__name__, e)

print("sigue vivo")
bajar(0)
