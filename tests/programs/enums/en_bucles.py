import asyncio
from enum import Enum, auto, StrEnum


class Fase(Enum):
    INICIO = auto()
    MEDIO = auto()
    FIN = auto()

    def siguiente(self):
        fases = list(Fase)
        i = fases.index(self) + 1
        return fases[i] if i < len(fases) else None

    def __str__(self):
        return self.name.lower()


class Color(StrEnum):
    ROJO = auto()
    AZUL = "azul marino"


async def main():
    fase = Fase.INICIO
    while fase:
        print(fase, repr(fase), f"{fase:>8}", fase.value)
        await asyncio.sleep(1)
        fase = fase.siguiente()
    print(Color.ROJO, Color.AZUL.upper(), Color.ROJO == "rojo", repr(Color.AZUL), [c.value for c in Color])
    print(Fase.INICIO is Fase(1), Fase.INICIO != Fase.FIN, {f: f.value for f in Fase}, Fase.MEDIO in {Fase.MEDIO})


class Planeta(Enum):
    TIERRA = (5.97e24, 6.37e6)
    MARTE = (6.4e23, 3.39e6)

    def __init__(self, masa, radio):
        self.masa = masa
        self.radio = radio

    @property
    def gravedad(self):
        return 6.67e-11 * self.masa / self.radio ** 2


print([f"{p.name} {p.gravedad:.2f}" for p in Planeta])
asyncio.run(main())
