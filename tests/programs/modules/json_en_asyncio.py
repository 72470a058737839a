import asyncio
import json


async def api(ruta):
    await asyncio.sleep(0.5)
    if ruta == "/roto":
        return '{"id": 1, "nombre": '
    return json.dumps({"ruta": ruta, "datos": [{"id": i, "ok": i % 2 == 0, "n": None} for i in range(2)]})


async def main():
    for texto in await asyncio.gather(api("/a"), api("/roto")):
        try:
            d = json.loads(texto)
            print(d["ruta"], [x["id"] for x in d["datos"] if x["ok"]], json.dumps(d, sort_keys=True, separators=(",", ":")))
        except json.JSONDecodeError as e:
            print(type(e).__name__, e, isinstance(e, ValueError))
    json.loads("{'comillas': 'simples'}")


asyncio.run(main())
