import operator
import string

print(operator.add(1, 2), operator.itemgetter(1)([5, 6]), operator.attrgetter("real")(3), operator.mul(2, 3), sorted([(1, "b"), (0, "a")], key=operator.itemgetter(1)))
print(string.ascii_lowercase, string.digits, string.punctuation, string.ascii_uppercase[:3])
