def ejecutar(orden):
    match orden.split():
        case ["ir", ("norte" | "sur" | "este" | "oeste") as rumbo]:
            return f"vas al {rumbo}"
        case ["ir", otro]:
            return f"¿{otro}?"
        case ["coger", *cosas] if cosas:
            return f"coges {', '.join(cosas)}"
        case ["soltar", cosa, *_]:
            return f"sueltas {cosa}"
        case [] | ["salir"]:
            return "adiós"
        case [verbo, *_]:
            return f"no sé {verbo}"


for o in ("ir norte", "ir lejos", "coger llave espada", "coger", "soltar todo ya", "", "salir", "bailar mucho"):
    print(repr(o), "->", ejecutar(o))
match = {"case": 1}
print(match["case"])
case = 5
_ = "guion"
match case:
    case _:
        print(_)
