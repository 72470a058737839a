import time

momento = time.gmtime(86400 * 365)
print(time.strftime("%Y-%m-%d %H:%M:%S", momento), time.strftime("%d/%m/%y %I:%M %p %j %A %a %B %b %%", momento))
print(time.strftime("%H:%M:%S", time.gmtime(3661)), time.strftime("", momento), time.strftime("sin nada", momento))
print(momento.tm_year, momento.tm_mon, momento.tm_mday, momento.tm_wday, momento.tm_yday, momento[0])
a = time.strftime("%S")
time.sleep(1)
print((int(time.strftime("%S")) - int(a)) % 60)
