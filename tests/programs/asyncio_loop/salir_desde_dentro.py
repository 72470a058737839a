import asyncio
import sys


async def otra():
    try:
        await asyncio.sleep(10)
    finally:
        print("otra se limpia")


async def main(como):
    if como != "callback":  # el orden entre canceladas no está definido
        asyncio.create_task(otra())
    await asyncio.sleep(0)
    try:
        if como == "tarea":
            await asyncio.create_task(sale())
        elif como == "callback":
            asyncio.get_running_loop().call_soon(sys.exit, 5)
            await asyncio.sleep(1)
        elif como == "teclado":
            raise KeyboardInterrupt
        else:
            sys.exit(como)
    finally:
        print("main se limpia", como)


async def sale():
    sys.exit("desde la tarea")


for como in (3, "tarea", "callback", "teclado"):
    try:
        asyncio.run(main(como))
    except (SystemExit, KeyboardInterrupt) as e:
        print(type(e).__name__, e.args)
sys.exit("adiós")
