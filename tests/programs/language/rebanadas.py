s = "abcdefgh"
print(s[2:5], s[:3], s[5:], s[:], s[::2], s[::-1], s[-3:], s[:-3], s[5:2], s[5:2:-1], s[100:], s[-100:2])
l = list(range(10))
print(l[::3], l[8:1:-3], l[-1:-4:-1], l[slice(1, 4)], l[slice(None, None, 4)])
l[2:4] = ["a", "b", "c"]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
l[1:1] = [11, 12]
del l[-2:], l[0]
print(l)
try:
    l[::2] = [1]
except ValueError as e:
    print(e)
del l[::2]
print(l)
for malo in (lambda: s[99], lambda: l[99], lambda: ()[0], lambda: s["a"], lambda: l[1.0], lambda: l[::0],
             lambda: s.__getitem__, lambda t=(1, 2): t["x"], lambda: l["1":]):
    try:
        print(type(malo()).__name__)
    except Exception as e:
        print(type(e).__name__, e)
t = (1, 2, 3, 4)
print(t[1:], t[::-1], t[-2], range(10)[2:8:2], range(10)[::-1])
