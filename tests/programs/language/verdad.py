for v in (0, 0.0, -0.0, "", " ", "0", [], [0], (), (0,), {}, {0: 0}, set(), None, False, True, range(0), range(1), print):
    if v:
        print("sí", end=" ")
    else:
        print("no", end=" ")
print()
print(bool([]), bool("False"), int(True), True + True, True * 3.5, sum([True, False, True]))
print(True == 1, 1 == 1.0, "1" == 1, [] == (), None == 0, None == False)
print({1: "a", True: "b", 1.0: "c"}, {1, True, 1.0}, {0: "x", False: "y"})
print(isinstance(True, int), isinstance(1, bool), isinstance(1.0, (int, float)), type(True) is bool)
print(True & False, True | False, True ^ True, ~True, -True)
