f = lambda x: 10 / x
print(list(map(f, [1, 2, 0])))
