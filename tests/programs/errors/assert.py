assert True
assert 1 + 1 == 2, "no se ve"
for f in (0, "", [], None):
    try:
        assert f, f"{f!r} es falso"
    except AssertionError as e:
        print(repr(e), e)
try:
    assert False
except AssertionError as e:
    print(repr(e), str(e) == "")
try:
    assert (1, 2) == (1, 3), ("una", "tupla")
except AssertionError as e:
    print(e.args, e)


def media(valores):
    assert len(valores) > 0, "lista vacía"
    return sum(valores) / len(valores)


print(media([1, 2]))
print(media([]))
