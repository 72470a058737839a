import asyncio
import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("app")
log.debug("no se ve")
log.info("hola %s, %d", "mundo", 5)
log.warning("cuidado")
logging.error("raíz")
log.setLevel(logging.ERROR)
log.info("ya no")
print(log.name, log.level, log.isEnabledFor(logging.INFO), logging.getLevelName(30), logging.getLogger("app") is log)
hija = logging.getLogger("app.hija")
hija.error("desde la hija")
hija.critical("grave: %(x)s", {"x": 1})


async def main():
    log.error("dentro")
    await asyncio.sleep(1)
    log.error("después")


asyncio.run(main())
