class Pedido:
    def __init__(self, lineas):
        self.lineas = lineas

    def total(self):
        return sum(self.importe(l) for l in self.lineas)

    def importe(self, linea):
        return linea["precio"] * linea["cantidad"]


print(Pedido([{"precio": 2, "cantidad": 3}]).total())
print(Pedido([{"precio": 2}]).total())
