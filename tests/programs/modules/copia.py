import copy

a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]["k"].append(8)
print(a, b, c)
l = [1]
l.append(l)
d = copy.deepcopy(l)
print(d[1] is d, d is not l)


class P:
    def __init__(self, x):
        self.x = x


p = P([1])
q, r = copy.copy(p), copy.deepcopy(p)
p.x.append(2)
print(q.x, r.x)
