import time

print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.strftime("%H:%M:%S", time.localtime(1_700_000_000)), time.time_ns() % 10 ** 9, time.perf_counter_ns())
t = time.gmtime(1_700_000_000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, tuple(t)[:6], len(t))
print(time.asctime(t), time.ctime(0), time.mktime(time.localtime(5)))
inicio = time.perf_counter_ns()
time.sleep(0.25)
print((time.perf_counter_ns() - inicio) / 1e9)
