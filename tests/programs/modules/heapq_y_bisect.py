import bisect
import heapq

h = []
for x in (5, 1, 4, 1, 3):
    heapq.heappush(h, x)
print(h[0], [heapq.heappop(h) for _ in range(5)], heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 2, 8]))
l = [1, 3, 5]
bisect.insort(l, 4)
print(l, bisect.bisect(l, 3), bisect.bisect_left(l, 3))
x = [3, 1, 2]
heapq.heapify(x)
print(x, heapq.heappushpop(x, 0), heapq.heapreplace(x, 9), list(heapq.merge([1, 4], [2, 3])))
