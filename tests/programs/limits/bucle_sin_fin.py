print("empieza")
while True:
    pass
