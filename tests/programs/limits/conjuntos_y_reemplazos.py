# Conjuntos y textos tan grandes que se trabajan por partes.
a, c = set(range(100_000)), set(range(1, 100_000))
print(a == set(range(100_000)), a != c, c < a, c <= a, a > c, a == c)
print(len(a | c), len(a ^ c), len(a - c), len(a & c), {1: 2}.keys() & {1, 3})
d = dict.fromkeys(range(60_000))
print(d.keys() == set(range(60_000)), len(d.keys() | a))
a |= c
a -= c
print(a)

s = "aabaaab" * 60_000
for viejo, nuevo in [("a", "bb"), ("aa", "x"), ("aab", ""), ("ba", "abab"), ("aabaaabaabaaab", "z"), ("zz", "y")]:
    r = s.replace(viejo, nuevo)
    print(len(r), r[:20], r[-20:], r.count("a"))
t = "ñé" * 150_000
print(len(t.replace("ñ", "n")), t.replace("éñ", "-")[-5:], len(t.replace("", "·")), len(t.replace("ñ", "nn", 7)))
print(len(str(10**4000 - 1)))
