"""Where an error stands in the source: the framework's line, and the column its message leads to."""

import os
import re

NAMED = re.compile(
    r'\{[^{}\n]+\}|<[\w:.-]+|"[^"\n]+"|\'[^\'\n]+\'|“[^”\n]+”|(?<!\w):\w+'
    r'|(?<=no such table: )[\w.]+|(?<=no such column: )[\w.]+'
)
"""What a message quotes of the source, most of the time."""
WITHOUT_LINE = (
    (r"^(\w+) requires '(\w+)' attribute", r'<q:{0}(?![^>]*\s{1}\s*=)\b'),
    (r"[Pp]arameter '([^']+)'", r'<q:param\b(?=[^>]*\sname\s*=\s*["\']{0}["\'])'),
    (r'executor registered for (?:UI)?(\w+?)Node\b', r'<(?:q|ui):{0}\b'),
)
"""Messages that come without a line, and the start tag each of them means."""
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
    """(file, line) as far as the framework knows; releases before 0.17 know a line only of broken XML."""
    file = line = None
    try:
        from quantum.core.xml_lines import error_location

        file, line = error_location(error)
    except ImportError:
        pass
    said = re.search(r'\bline (\d+), column', str(error)) if line is None else None
    return file, int(said[1]) if said else line


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
        return meant_tag(lines, message) or anywhere(lines, message) or (1, 0)
    if not 0 < line <= len(lines):
        return line, None
    tag = tag_at(lines, line)
    # What the statement is called says which one it is, not what is wrong in it.
    for name in names_in(message):
        for number in tag:
            at = find(lines[number - 1], name)
            if at is not None:
                return number, units(lines[number - 1], at)
    first = lines[line - 1]
    return line, units(first, len(first) - len(first.lstrip()))


def tag_at(lines, line):
    """The lines of the start tag on a line, and of an SQL or text that follows on the same."""
    last = line
    while last < min(len(lines), line + FARTHEST) and '>' not in lines[last - 1]:
        last += 1
    return range(line, last + 1)


def find(line, name):
    """Where `name` stands in a line as a word of its own; None where only the statement is called so."""
    before = r'(?<!\w)' if name[0].isalnum() or name[0] == '_' else ''
    after = r'(?!\w)' if name[-1].isalnum() or name[-1] == '_' else ''
    for found in re.finditer(before + re.escape(name) + after, line):
        if not re.search(r'\bname\s*=\s*["\']$', line[:found.start()]):
            return found.start()
    return None


def meant_tag(lines, message):
    """Where the tag begins that a message without a line speaks of in the framework's own words."""
    for words, tag in WITHOUT_LINE:
        said = re.search(words, message)
        if said is None:
            continue
        wanted = re.compile(tag.format(*map(re.escape, said.groups())), re.IGNORECASE)
        found = wanted.search('\n'.join(lines))
        if found is not None:
            before = '\n'.join(lines)[: found.start()].split('\n')
            return len(before), units(before[-1], len(before[-1]))
    return None


def anywhere(lines, message):
    for name in names_in(message):
        for number, one in enumerate(lines, 1):
            at = find(one, name)
            if at is not None:
                return number, units(one, at)
    return None


def names_in(message):
    """What the message quotes, as it may stand in the source; the statement that failed is no part of it."""
    said = re.sub(r" error (?:for|in) '[^']*':", '', message.split('\n  at line')[0])
    for found in NAMED.finditer(said):
        name = found.group()
        if re.search(r'\w', name):
            yield name[1:-1] if name[0] in '"\'“' else name


def units(line, index):
    return len(line[:index].encode('utf-16-le', 'surrogatepass')) // 2
