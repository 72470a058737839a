valores = [
    1,
    2,
]
print(
    valores[0]
    + valores[5]
    + 1
)
