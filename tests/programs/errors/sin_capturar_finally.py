def f():
    try:
        return int("uno")
    finally:
        print("limpieza")


try:
    f()
finally:
    print("última voluntad")
