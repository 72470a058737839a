import json

datos = {"nombre": "Ñandú", "edad": 3, "notas": [1.5, None, True], "vacio": {}, "lista": [], "n": {"a": [1, {"b": 2}]}, 5: "clave", None: 1, True: 0, 1.5: "f"}
t = json.dumps(datos)
print(t)
print(json.dumps(datos, ensure_ascii=False, indent=2))
print(json.dumps([1, "a"], separators=(",", ":")), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps("com\"illas\n\t\\ /é🎉\x01"), json.dumps((1, 2)), json.dumps(1e20), json.dumps(float("nan")), json.dumps(-0.0), json.dumps({"a": 1}, indent="--"))
print(json.loads('{"a": [1, 2.5, -3e2, true, false, null], "b": {"c": "\\u00f1\\n\\ud83c\\udf89"}}'), json.loads(" 5 "), json.loads('"x"'), json.loads("[]"), json.loads("1e400"), json.loads("NaN"), json.loads("12345678901234567890"))
for malo in ("{", "[1,]", "{'a': 1}", "", "nul", '{"a" 1}', '{"a": 1} x', '"sin fin', "[1 2]", '{"a": 1,}', "01", '"\\x"', "\n\n  {]"):
    try:
        json.loads(malo)
    except json.JSONDecodeError as e:
        print(repr(malo), "|", e, "|", e.pos, e.lineno, e.colno)
for malo in ({1}, {(1, 2): 3}, object, b"x", 1 + 1 if False else {"a": {1}}):
    try:
        json.dumps(malo)
    except TypeError as e:
        print(e)
try:
    json.loads(5)
except TypeError as e:
    print(e)
c = []
c.append(c)
try:
    json.dumps(c)
except ValueError as e:
    print(e)
print(json.dumps({1, 2}, default=sorted), json.loads("[1.0, 2]", parse_float=str), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())))
