import asyncio


async def larga():
    try:
        await asyncio.sleep(100)
    finally:
        print("nadie la esperó")


bucle = asyncio.new_event_loop()
t = bucle.create_task(larga(), name="larga")
bucle.run_until_complete(asyncio.sleep(1))
print(t)
bucle.close()
print("cerrado")
