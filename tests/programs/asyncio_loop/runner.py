import asyncio
import contextvars

v = contextvars.ContextVar("v", default=0)


async def suma():
    v.set(v.get() + 1)
    return v.get()


async def falla():
    raise ValueError("dentro")


with asyncio.Runner() as r:
    print(r.run(suma()), r.run(suma()), v.get())
    try:
        r.run(falla())
    except ValueError as e:
        print("ValueError", e)
    print(r.run(asyncio.sleep(0.5, "durmió")), r.get_loop().time())
    try:
        r.run(suma)
    except ValueError as e:
        print(str(e)[:30])
    try:
        r.run(r)
    except ValueError as e:
        print(str(e)[:30])

    async def dentro():
        try:
            r.run(c := suma())
        except RuntimeError as e:
            print(e)
            c.close()
        try:
            asyncio.run(c := suma())
        except RuntimeError as e:
            print(e)
            c.close()

    r.run(dentro())
r.close()
try:
    r.get_loop()
except RuntimeError as e:
    print(e)


async def olvidada():
    try:
        await asyncio.sleep(100)
    finally:
        print("se limpia al cerrar")


async def deja():
    asyncio.create_task(olvidada(), name="olvidada")
    await asyncio.sleep(0)
    return len(asyncio.all_tasks())


with asyncio.Runner(debug=False) as r:
    print(r.run(deja()))
    print("entre medias")
    print(r.run(deja()))
print(asyncio.run(suma(), debug=False))
try:
    asyncio.run(42)
except ValueError as e:
    print(e)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
