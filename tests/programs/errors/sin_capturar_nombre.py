def total(precios):
    return sum(precio)


print("antes")
print(total([1, 2]))
