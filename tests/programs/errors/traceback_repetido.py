def a(n):
    if n == 0:
        raise ValueError("abajo")
    a(n - 1)


def b(n):
    a(n)


b(6)
