print("ñ" == "n\u0303", len("n\u0303"), "ñ" < "o", sorted(["ñ", "n", "o", "N", "á"]))
print("CAÑÓN".lower(), "cañón".upper(), "¡hola! ¿qué?".title(), "über".capitalize(), "ﬁ".upper(), "ς".upper(), "ΑΣ".lower())
print("日本語".isalpha(), "٣".isdigit(), int("٣"), "é".isalnum(), "_".isidentifier(), "ñu".isidentifier(), "🎉".isprintable(), "日本".center(8, "·"))
print("a\u2028b\x0bc\x85d".splitlines(), "a\u00a0b\u2003c".split(), "\u3000x\u3000".strip())
año, π = 2024, 3.14
print(año, π, f"{año=}")
print("🏳️‍🌈", len("🏳️‍🌈"), [hex(ord(c)) for c in "🏳️‍🌈"])
print("\t|\v|\f|".split("|"), repr("\u202e\u200d\ue000"), "\101\x41\u0041\U00000041")
