texto = "hola"
print(texto.upper())
print(texto.mayusculas())
