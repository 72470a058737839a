precios = {"pan": 1}
print(precios["pan"])
print(precios["leche"])
