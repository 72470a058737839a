def dedent(text):
    lines = [line if line.strip() else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            own = line[:len(line) - len(line.lstrip())]
            if margin is None:
                margin = own
            while not own.startswith(margin):
                margin = margin[:-1]
    return "\n".join([line[len(margin or ""):] for line in lines])


def indent(text, prefix, predicate=None):
    wanted = predicate or (lambda line: line.strip())
    return "".join([prefix + line if wanted(line) else line for line in text.splitlines(True)])


def wrap(text, width=70, *, initial_indent="", subsequent_indent="", break_long_words=True, max_lines=None, placeholder=" [...]"):
    lines, line = [], initial_indent
    empty = True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, empty = subsequent_indent, True
        if empty:
            while break_long_words and len(line) + len(word) > width:
                room = max(width - len(line), 1)
                lines.append(line + word[:room])
                line, word = subsequent_indent, word[room:]
            line += word
            empty = False
        else:
            line += " " + word
    if not empty:
        lines.append(line)
    return lines


def fill(text, width=70, **options):
    return "\n".join(wrap(text, width, **options))


def shorten(text, width, *, placeholder=" [...]"):
    words = text.split()
    if len(" ".join(words)) <= width:
        return " ".join(words)
    while words and len(" ".join(words)) + len(placeholder) > width:
        words.pop()
    return " ".join(words) + placeholder if words else placeholder.strip()
