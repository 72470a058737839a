# Lo largo se recorre por trozos, y da lo mismo que de una vez.
for base in ("ab", "ñb", "aab"):
    s = base * (1_200_000 // len(base))
    n = len(s)
    for w in (base, "b", base*3, "zz", "b" + base[0]):
        print(w, s.find(w), s.find(w, 5, -5), s.rfind(w), s.rfind(w, 3, n - 1), s.count(w), s.count(w, 1), w in s)
    t = s + "fin"
    print(t.find("fin"), t.index("bfin"), t.rfind("fin"), t.count("fin"), "bfin" in t)
    b = t.encode()
    print(b.find(b"fin"), b.rfind(b"bf"), b.count(b"b"), b.count(b"b" + base[:1].encode()), b"fin" in b, b.find(102), b.count(98))
    try:
        t.index("nada")
    except ValueError as e:
        print(e)
    try:
        b.rindex(b"nada")
    except ValueError as e:
        print(e)
    print(s.isalpha(), t.islower(), t.isupper(), s.upper().isupper(), ("1" + s).islower(), (s + "A").islower(), ("1" * 2_000_000).islower())
    print(("1" * 2_000_000).isdigit(), ("1" * 2_000_000 + "x").isdigit(), (" " * 2_000_000).isspace())
    print(len((" " * 100_000 + s + " " * 10).strip()), len((" " * 1_500_000).strip()), len(s.strip("ab")), len(s.rstrip("b")), len(s.lstrip(base[0])))
    print(("aaa" * 500_000).count("aa"), ("a" * 1_500_001).count("aa"), ("aba" * 500_000).count("aba"))
    print(len(b.strip(b"nif")), len((b" " * 2_000_000).strip()))
b = b"ab" * 300_000
print(b.replace(b"ba", b"-")[-4:], len(b.replace(b"a", b"xy")), len(b.replace(b"a", b"", 5)))
t = "OΣ o’neill ÉL-" * 20_000
for f in (str.lower, str.upper, str.title, str.swapcase, str.casefold, str.capitalize):
    x = f(t)
    print(f.__name__, x[:14], x[-14:], x.count(x[14:28]), sum(ord(x[i]) for i in range(0, len(x), 13)), f("ΑΣ"), f("Σ ΣΑΣ"))
print(t[::-1][:14], t[5:279_000:40_000], t[-3::-70_000], len(t[::3]))
for n in (10**6, 600_000):
    print(len(",".join(["a"] * n)), len(b"".join([b"ab"] * n)))
print(sum([[n] for n in range(2000)], [])[-1], len(list(zip(range(100_000), range(100_000)))), sorted("ba" * 150_000)[150_000])
