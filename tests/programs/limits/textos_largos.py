# Lo largo se recorre por trozos, y da lo mismo que de una vez.
for base in ("ab", "ñb", "aab"):
    s = base * 700_000
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
    print(len((" " * 1_500_000 + s + " " * 10).strip()), len((" " * 1_500_000).strip()), len(s.strip("ab")), len(s.rstrip("b")), len(s.lstrip(base[0])))
    print(("aaa" * 500_000).count("aa"), ("a" * 1_500_001).count("aa"), ("aba" * 500_000).count("aba"))
    print(len(b.strip(b"nif")), len((b" " * 2_000_000).strip()))
