print("%5.1f|%-5d|%05d|%x|%X|%o|%e|%g|%%|%c%c|%+d|% d" % (3.14159, 42, 42, 255, 255, 8, 12345.678, 0.0001, 'a', 98, 5, 7))
print('%s %s' % ('a', [1, 2]), '%r' % 'x', '%s' % None, '%s' % (1,), '%(n)s-%(m)03d' % {'n': 'x', 'm': 5}, '%*d|%.*f' % (5, 3, 2, 1.23456))
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
t(lambda: '%d' % 'a'); t(lambda: '%s %s' % 1); t(lambda: '%s' % (1, 2)); t(lambda: '%x' % 1.5); t(lambda: '%c' % 'ab'); t(lambda: '%z' % 1); t(lambda: '%' % 1); t(lambda: '%(a)s' % 1); t(lambda: '%(a)s' % {}); t(lambda: '%f' % 'a'); t(lambda: '%d' % None); t(lambda: '%d' % 3.99); t(lambda: '%i' % True); t(lambda: 'x' % [1]); t(lambda: 'x' % 1); t(lambda: '%s' % {}); t(lambda: '%s' % ()); t(lambda: '%*d' % ('a', 1))
class O:
    def __str__(self): return 'O!'
class N:
    def __int__(self): return 3
    def __float__(self): return 2.5
t(lambda: '%s|%10s|%-4s|%.1s' % (O(), O(), O(), O())); t(lambda: '%s' % O()); t(lambda: '%d' % O()); t(lambda: '%d %f' % (N(), N())); t(lambda: '%s %s' % O()); t(lambda: 'x' % O()); t(lambda: '%(a)s %(b)5d%%' % {'a': O(), 'b': 3}); t(lambda: '%s' % [O()] != ''); t(lambda: '%5d|%s' % (3, O())); t(lambda: '%*d|%s' % (4, 3, O()))
t(''.join, [O()]); t('a,b,,c'.split, ','); t(' a  b '.split); t('a b c d'.split, None, 2); t('a b c d'.rsplit, maxsplit=2); t('a\nb\r\nc'.splitlines, True); t('a\nb\r\nc'.splitlines, keepends=False)
t('hola'.center, 9, '*'); t('hola'.center, 10, '*'); t('-42'.zfill, 6); t('a\tb'.expandtabs, tabsize=4); t('hola mundo'.title); t("they're".title); t('ÁRBOL ñandú'.swapcase); t('straße'.upper); t('İ'.lower); t('ß'.casefold)
t('aaa'.replace, 'a', 'b', 2); t('abc'.replace, '', '-'); t('abcabc'.rfind, 'c'); t('abcabc'.find, 'c', 3, 5); t('x'.partition, ','); t('a,b,c'.rpartition, ','); t('xxhixx'.strip, 'x'); t('  a '.lstrip); t('test'.removeprefix, 'te'); t('test'.removesuffix, 'x')
t('{:,}'.format, 1234567); t('{:>10}|{:<10}|{:^10}'.format, 'a', 'b', 'c'); t('{:08.3f}'.format, 3.14159); t('{:+d} {:x} {:#b} {:e}'.format, 5, 255, 5, 12345.0); t('{:%}'.format, 0.25); t('{0!r:>8}'.format, 'a'); t('{:{w}.{p}f}'.format, 3.14159, w=10, p=2); t('{{}} {}'.format, 1); t('{a[k]} {b.real}'.format, a={'k': 1}, b=2); t('{:_}'.format, 10**6); t('{:s}'.format, 5); t('{:d}'.format, 5.0); t('{:c}'.format, 97); t('{:10}|'.format, True); t('{}'.format, [1, 'a']); t('{:>5}'.format, [1]); t('{:>5}'.format, None); t('{:5}|'.format, 3.0); t('{0} {1} {0}'.format, 'a', 'b'); t('{:.2}'.format, 'hola'); t('{:=+7d}'.format, 42); t('{:*^9}'.format, 'x')
t([1, 2, 3].pop, 0); t([1, 2, 3].index, 3, 1); t([1, 2].index, 1, 1); t([1, True, 1.0].count, 1); t([3, 1, 2].sort, reverse=1); t([].pop); t([1, 2].insert, -100, 0)
l = [1, 2, 3]; l.insert(100, 4); l.insert(-1, 'x'); l.reverse(); print(l); m = l.copy(); m.clear(); print(l, m); l[1:3] = ['a', 'b', 'c']; print(l); l.extend(l); print(l); del l[::2]; print(l)
d = {'b': 1, 'a': 2}; print(d.pop('b'), d, d.popitem(), d, d.setdefault('z', []), d.setdefault('z', 5), d); d.update(x=1, y=2); d.update({'x': 9}); d.update([('k', 'v'), 'ab']); print(d, list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items()); print(d.keys() & {'x', 'q'}, d.keys() | {'q'} == set(d) | {'q'}, 'x' in d.keys(), 9 in d.values(), ('x', 9) in d.items(), len(d.items()))
print({1: 'a', 1.0: 'b', True: 'c'}, dict(a=1, **{'b': 2}), dict([(1, 2)], a=3), dict({'x': 1}, x=2), {**{'a': 1}, 'b': 2})
print(int('-12'), int(' 7\n'), int('ff', 16), int('0b11', 0), int(3.99), int(-3.99), int('1_000'), float('1e3'), float('-inf'), float('nan'), int(1e20), bool('False'), int('٣'))
print((255).to_bytes(2, 'little'), int.from_bytes(b'\x00\xff', byteorder='big'), (1023).bit_length(), (0.1).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (10).bit_count(), (3.5).hex(), (0.5).as_integer_ratio(), (1e300).as_integer_ratio()[1])
print(list(range(10, 0, -3)), range(5)[-1], range(0, 10, 2)[1:3], range(3) == range(0, 3), range(10).index(7), 3.0 in range(5), len(range(0, -5)), range(1, 10, 3).count(4), list(range(0)), range(3), range(1, 2, 3))
print(tuple('abc'), tuple([1]), (1, 2, 1).count(1), (1, 2).index(2), slice(1, 5, 2), slice(None, 3).indices(10), slice(5), slice(-1, None, -1).indices(4))
print(set([1, 2]) == {2, 1}, {1, 2}.union([3], (4,)) == {1, 2, 3, 4}, {1, 2, 3} - {1} == {2, 3}, {1, 2} ^ {2, 3} == {1, 3}, frozenset([1]) | {2} == {1, 2}, type(frozenset([1]) | {2}).__name__, type({1} | frozenset([2])).__name__, {1} <= {1, 2}, {1, 2}.issuperset({1}), set(), frozenset(), {frozenset([1]): 'x'}[frozenset([1])], {1} < {1}, set('aab') == {'a', 'b'}, {(1, 2)}, len({1, 1.0, True}))
t({1, 2}.pop); t(set([1]).remove, 5)
print('ñ'.encode(), 'ñ'.encode('latin-1'), b'\xc3\xb1'.decode(), 'añ'.encode('ascii', 'replace'), b'abc'[0], b'abc'[1:], b'a' + b'b', list(b'ab'), b'ab' * 2, b'abc'.hex(), bytes.fromhex('616263'), b'a-b'.split(b'-'), b'ABC'.lower(), bytes([65, 66]), 'a' in 'abc', b'b' in b'abc', 97 in b'abc')
t(sorted, [3, 1, 2], reverse=True); t(sorted, 'bca'); t(sorted, {'b': 1, 'a': 2}); t(sorted, [1, 'a']); t(sorted, [[2], [1, 5]]); t(sorted, [None, 1]); t(sorted, [1+0, 2.5, True]); t(sorted, 5); t(sorted, ['b', 'a'], key=len); t(sorted); t(sorted, [1], foo=2)
t(str.upper, 'a'); t(list.append, [], 1); t(str.join, ',', ['a', 'b']); t(dict.fromkeys, [1, 2]); t(str.upper); t(str.upper, 5); t(list.append, 5, 5); print(list(map(str.strip, [' a ', 'b '])), list(map(int, '123')))
t(max, [1, 5, 2]); t(min, 'hola'); t(sum, [[1], [2]], []); t(sum, [0.1] * 3); t(max, []); t(max, [], default=0); t(max, 'a', 'b', key=ord)
nested = [[1, 2], [3, [4, 5]]]; c = nested.copy(); c[0].append(9); print(nested, c == nested, nested.index([3, [4, 5]]), [1] in [[1]], (1,) == [1], {'a': [1]} == {'a': [1]})
x = [1]; x.append(x); print(x); y = {}; y['y'] = y; print(y)
