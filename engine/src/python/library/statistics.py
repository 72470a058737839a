from math import fsum, sqrt, log, exp, isqrt


class StatisticsError(ValueError):
    pass
