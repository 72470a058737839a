whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = digits[:8]
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    def __init__(self, template):
        self.template = template

    def _fill(self, mapping, safe):
        out, text = [], self.template
        while True:
            before, mark, text = text.partition("$")
            out.append(before)
            if not mark:
                return "".join(out)
            if text[:1] == "$":
                out.append("$")
                text = text[1:]
                continue
            braced = text[:1] == "{"
            start = end = int(braced)
            while text[end:end + 1] and text[:end + 1][start:].isidentifier():
                end += 1
            name = text[start:end]
            whole = name and (not braced or text[end:end + 1] == "}")
            if not whole:
                if not safe:
                    done = self.template[:len(self.template) - len(text) - 1]
                    line = done.count("\n") + 1
                    raise ValueError(f"Invalid placeholder in string: line {line}, col {len(done) - done.rfind(chr(10))}")
                out.append("$")
                continue
            if safe and name not in mapping:
                out.append("$" + text[:end + braced])
            else:
                out.append(str(mapping[name]))
            text = text[end + braced:]

    def substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill({**mapping, **kws}, True)
