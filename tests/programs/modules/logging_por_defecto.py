import logging

logging.info("invisible")
logging.warning("a stderr")
logging.getLogger("x").error("otro %s", [1])
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("falló")
