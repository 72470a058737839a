matriz = [[1, 2], [3, 4]]
i = 1
print(matriz[i][0], matriz[i][i + 1])
