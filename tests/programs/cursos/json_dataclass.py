import asyncio, json, math, string, textwrap, copy, random
from dataclasses import dataclass, asdict, field, fields, replace, astuple, KW_ONLY, InitVar
from datetime import datetime, date, timedelta, timezone, time as hora

@dataclass
class Dir:
    calle: str
    cp: str = "28001"

@dataclass
class Persona:
    nombre: str
    edad: int
    dir: Dir = field(default_factory=lambda: Dir("Mayor 1"))
    etiquetas: set[str] = field(default_factory=set)
    _: KW_ONLY
    activo: bool = True
    semilla: InitVar[int] = 0
    id: int = field(init=False, default=0)

    def __post_init__(self, semilla):
        if self.edad < 0:
            raise ValueError(f"edad negativa: {self.edad}")
        self.id = semilla * 10

p = Persona("Ana", 30, semilla=4)
print(p)
print(asdict(p), astuple(replace(p, nombre="Eva", semilla=1)))
print(p == replace(p, semilla=4), [f.name for f in fields(p)], p.__dataclass_fields__["edad"].type)
try:
    Persona("X", -1)
except ValueError as e:
    print("ValueError:", e)
try:
    Persona("X")
except TypeError as e:
    print(e)
try:
    Persona("X", 1, Dir("a"), set(), False)
except TypeError as e:
    print(e)

class Codificador(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (datetime, date)):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        if hasattr(o, "__dataclass_fields__"):
            return asdict(o)
        return super().default(o)

print(json.dumps({"p": p, "cuando": datetime(2024, 1, 2, 3, 4, 5), "s": {3, 1}}, cls=Codificador))
try:
    json.dumps({"x": object})
except TypeError as e:
    print(e)
for malo in ('{"a": }', "[1, 2", '{"a" 1}', "nul", '"sin fin', "{'a': 1}", ""):
    try:
        json.loads(malo)
    except json.JSONDecodeError as e:
        print(repr(malo), e, e.pos, e.lineno)
d = json.loads('{"fecha": "2024-02-29T10:00:00", "n": 12345678901234567890, "f": 0.1}', object_hook=lambda d: {k.upper(): v for k, v in d.items()})
print(d, datetime.fromisoformat(d["FECHA"]) + timedelta(days=365, hours=1.5))
f = datetime(2024, 12, 31, 23, 59, 59, 123456)
print(f, f.date(), f.time(), f.weekday(), f.isoformat(timespec="milliseconds"), f.strftime("%Y-%m-%d %H:%M:%S.%f %j %A %b %p %I"), (f - datetime(2024, 1, 1)), f.replace(year=2025, microsecond=0), timedelta(seconds=3661), timedelta(days=-1, seconds=5), timedelta(hours=1) / timedelta(minutes=7), timedelta(minutes=90) // timedelta(hours=1), timedelta(seconds=90).total_seconds(), str(timedelta(microseconds=1)), repr(timedelta(1, 2, 3)))
print(date(2024, 2, 29) < date(2024, 3, 1), (date(2024, 3, 1) - date(2024, 2, 1)).days, datetime.strptime("05/06/2023 07:08", "%d/%m/%Y %H:%M"), hora(1, 2), datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat(), datetime.fromtimestamp(0, timezone.utc), f.timestamp() > 0, datetime.min.year)
print(textwrap.dedent("""\
    hola
      mundo"""), string.ascii_lowercase[:3], math.isclose(0.1 + 0.2, 0.3), math.tau, math.inf, -math.inf, math.nan, math.floor(-2.5), math.ceil(2.1), math.hypot(3, 4), math.comb(5, 2), math.log(8, 2), math.sqrt(2), math.gcd(12, 18, 24))
a = {"x": [1, {"y": 2}]}
b, c = copy.copy(a), copy.deepcopy(a)
a["x"][1]["y"] = 99
print(b, c)
random.seed(1)
print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(10), 3), random.shuffle([1]), random.uniform(1, 2), random.gauss(0, 1), random.choices([1, 2], weights=[1, 3], k=4), random.randrange(0, 10, 3), random.expovariate(1), random.betavariate(1, 2), random.triangular(), random.normalvariate(0, 1))
