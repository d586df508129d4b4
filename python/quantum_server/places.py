"""Where an error stands in the source: the framework's line, and the column its message leads to."""

import os
import re

NAMED = re.compile(r'\{[^{}\n]+\}|<[\w:.-]+|"[^"\n]+"|\'[^\'\n]+\'|“[^”\n]+”|:\w+')
"""What a message quotes of the source, most of the time."""
FARTHEST = 30
"""Lines of a start tag that are looked through for what the message names."""


def place_of(error, default_file, root):
    """{file, line, column} for an error of a page; file from the root, column in UTF-16 units."""
    file, line = located(error)
    file = file or (str(default_file) if default_file else None)
    if file is None:
        return None
    text = text_of(file)
    message = str(error)
    column = parse_column(error, file, text)
    if column is None and text is not None:
        line, column = named_place(text, line, message)
    return {'file': relative(root, file), 'line': line, 'column': column}


def located(error):
    from quantum.core.xml_lines import error_location

    return error_location(error)


def text_of(file):
    try:
        with open(file, encoding='utf-8') as source:
            return source.read()
    except (OSError, UnicodeDecodeError):
        return None


def relative(root, file):
    return os.path.relpath(os.path.realpath(str(file)), root).replace(os.sep, '/')


def parse_column(error, file, text):
    """The parser's own column, for a document it could not read."""
    if type(error).__name__ != 'QuantumParseError' or text is None:
        return None
    try:
        from quantum.core.parser import QuantumParser
        from quantum_bridge.parsing import refusal, sent_page

        parser = QuantumParser(use_cache=False)
        told = refusal(file, text, error, lambda: sent_page(parser, text))
        return told['error']['column']
    except Exception:  # the rewriting is not public: without it there is a line and no column
        return None


def named_place(text, line, message):
    """(line, column): where the tag of that line has what the message names, else where the tag begins."""
    lines = re.split(r'\r\n|\r|\n', text)
    if line is None:
        return anywhere(lines, message) or (1, 0)
    if not 0 < line <= len(lines):
        return line, None
    for name in names_in(message):
        for number in range(line, min(len(lines), line + FARTHEST) + 1):
            at = lines[number - 1].find(name)
            if at >= 0:
                return number, units(lines[number - 1], at)
            if '>' in lines[number - 1] and not name.startswith(':'):
                break
    first = lines[line - 1]
    return line, units(first, len(first) - len(first.lstrip()))


def anywhere(lines, message):
    for name in names_in(message):
        for number, one in enumerate(lines, 1):
            at = one.find(name)
            if at >= 0:
                return number, units(one, at)
    return None


def names_in(message):
    """What the message quotes, as it may stand in the source."""
    for found in NAMED.finditer(message.split('\n  at line')[0]):
        name = found.group()
        yield name if name[0] in '{<:' else name[1:-1]


def units(line, index):
    return len(line[:index].encode('utf-16-le', 'surrogatepass')) // 2
