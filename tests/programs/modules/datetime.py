from datetime import datetime, timedelta, date, time, timezone
import time as reloj

a = datetime(2024, 2, 28, 23, 59, 30)
print(a, repr(a), a + timedelta(seconds=45), a + timedelta(days=2), a - timedelta(weeks=1, hours=3), a.isoformat(), a.date(), a.time(), a.weekday(), a.isoweekday(), a.year, a.strftime("%d/%m/%Y %H:%M:%S.%f %j %A %B %p"))
d = datetime(2024, 3, 1) - datetime(2024, 2, 1, 12)
print(d, repr(d), d.days, d.seconds, d.total_seconds(), timedelta(hours=-1), timedelta(days=-1, seconds=5), timedelta(minutes=90) / 2, timedelta(1) * 2.5, timedelta(seconds=10) // timedelta(seconds=3), timedelta(milliseconds=1500), abs(timedelta(-1)), timedelta(), bool(timedelta()))
print(datetime.fromisoformat("2024-01-02T03:04:05"), datetime.strptime("05/06/2023 10:30", "%d/%m/%Y %H:%M"), date(2024, 2, 29).replace(year=2020), date.fromisoformat("2024-12-25").strftime("%A"), date(2024, 1, 1) < date(2024, 1, 2), (date(2024, 12, 25) - date(2024, 1, 1)).days, time(1, 2, 3), datetime(2024, 1, 1) == datetime(2024, 1, 1, 0))
antes = datetime.now()
reloj.sleep(1.5)
print(datetime.now() - antes, (datetime.now() - antes).total_seconds())
for f in (lambda: datetime.fromisoformat("ayer"), lambda: date.fromisoformat("2024-1-1"), lambda: datetime.strptime("x", "%Y")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
u = datetime(2024, 1, 1, tzinfo=timezone.utc)
print(u, u.astimezone(timezone(timedelta(hours=-5))), u.timestamp(), datetime.fromtimestamp(0, timezone.utc))
