import asyncio


class Sala:
    def __init__(self):
        self.buzones = {}

    def entrar(self, quien):
        self.buzones[quien] = asyncio.Queue()
        self.decir(f"* entra {quien}")
        return self.buzones[quien]

    def decir(self, texto, de=None):
        for quien, buzon in self.buzones.items():
            if quien != de:
                buzon.put_nowait(texto)


async def persona(sala, nombre, guion):
    buzon = sala.entrar(nombre)

    async def leer():
        while True:
            print(f"[{nombre}] {await buzon.get()}")

    lectora = asyncio.create_task(leer())
    for espera, frase in guion:
        await asyncio.sleep(espera)
        sala.decir(f"{nombre}: {frase}", de=nombre)
    await asyncio.sleep(1)
    lectora.cancel()
    del sala.buzones[nombre]
    sala.decir(f"* sale {nombre}")


async def main():
    sala = Sala()
    await asyncio.gather(
        persona(sala, "Ana", [(1, "hola"), (2, "adiós")]),
        persona(sala, "Luis", [(1.5, "¿qué tal?")]),
        persona(sala, "Eva", []),
    )


asyncio.run(main())
