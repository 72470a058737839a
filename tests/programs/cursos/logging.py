import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s [%(levelname)s] %(name)s:%(lineno)d %(funcName)s: %(message)s", datefmt="%H:%M:%S")
logger = logging.getLogger(__name__)
hijo = logger.getChild("hijo")

class Filtro(logging.Filter):
    def filter(self, record):
        record.msg = f"<{record.msg}>"
        return "secreto" not in record.getMessage()

async def worker(n):
    logger.info("worker %d empieza", n)
    await asyncio.sleep(n / 10)
    if n == 2:
        logger.warning("lento: %s", {"n": n})
    logger.debug("no se ve")
    return n

async def main():
    hijo.addFilter(Filtro())
    hijo.info("es un secreto")
    hijo.error("visible %s", 1)
    rs = await asyncio.gather(*map(worker, range(3)))
    logger.info("resultados: %s total=%d", rs, sum(rs))
    try:
        int("x")
    except ValueError:
        logger.exception("fallo al convertir")
    h = logging.StreamHandler(sys.stdout)
    h.setFormatter(logging.Formatter("{levelname}|{message}", style="{"))
    otro = logging.getLogger("otro")
    otro.propagate = False
    otro.addHandler(h)
    otro.setLevel("DEBUG")
    otro.debug("depurando")
    otro.log(logging.CRITICAL, "crítico %r", "x")
    print(otro.isEnabledFor(logging.INFO), logging.getLevelName(30), otro, logger.level, logger.getEffectiveLevel())
asyncio.run(main())
