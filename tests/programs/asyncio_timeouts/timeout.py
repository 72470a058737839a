import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError as e:
        print(repr(e), time.perf_counter())
    async with asyncio.timeout(5) as cm:
        await asyncio.sleep(1)
    print(cm.expired(), cm.when())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
        cm.reschedule(asyncio.get_running_loop().time() + 10)
        await asyncio.sleep(2)
    print(time.perf_counter())
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.5):
            try:
                await asyncio.sleep(9)
            except asyncio.CancelledError:
                print("por dentro es una cancelación")
                raise
    except TimeoutError:
        print("por fuera es TimeoutError")
    try:
        async with asyncio.timeout(2):
            async with asyncio.timeout(1):
                await asyncio.sleep(9)
    except TimeoutError:
        print("el interior", time.perf_counter())
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(2):
                    await asyncio.sleep(9)
            except TimeoutError:
                print("no es este")
    except TimeoutError:
        print("el exterior", time.perf_counter())
    try:
        async with asyncio.timeout(1):
            raise ValueError("otro error")
    except ValueError as e:
        print(e)
    async with asyncio.timeout(1) as cm:
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:
            print("tragada")
    print("no llega")


try:
    asyncio.run(main())
except TimeoutError:
    print("tragar la cancelación no evita el TimeoutError")
