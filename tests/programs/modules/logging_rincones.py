import logging, sys
log = logging.getLogger("app.mod"); 
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(asctime)s %(levelname)-8s %(name)s [%(funcName)s:%(lineno)d] %(message)s %(threadName)s", datefmt="%H:%M:%S"))
log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
def f(): log.info("hola %s %d", "a", 3)
f()
try: 1/0
except ZeroDivisionError: log.exception("fallo"); log.error("otro", exc_info=True)
log.warning("x=%(x)s", {"x": 1}); log.debug("d"); log.critical("c"); log.log(25, "nivel 25")
logging.getLogger().warning("raíz sin configurar")
logging.warning("aviso")
logging.basicConfig(level=logging.INFO, format="%(levelname)s|%(message)s", stream=sys.stdout, force=True)
logging.info("info"); logging.debug("no se ve")
log2 = logging.getLogger("otro"); log2.info("hijo"); print(log2.level, log2.getEffectiveLevel(), log2.isEnabledFor(10), log2.name, log2.parent, log2)
class F(logging.Filter):
    def filter(self, r): return "secreto" not in r.getMessage()
log2.addFilter(F()); log2.info("secreto"); log2.info("visible")
log2.info("mal %d", "x")
a = logging.LoggerAdapter(log2, {"id": 7}); a.info("adaptado")
log2.info("extra", extra={"usuario": "ana"})
logging.disable(logging.INFO); log2.info("nada"); logging.disable(logging.NOTSET); log2.info("de nuevo")
