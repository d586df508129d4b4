"""A text of SQL as its statements, read line by line."""
import re
import sqlite3

#: What ends a string, a quoted name or a comment that is open.
_ENDS = {"'": "'", '"': '"', '`': '`', '[': ']', '/*': '*/'}
_STARTS = re.compile(r"""['"`\[;]|--|/\*""")


def statements(lines):
    """Pairs of the line a statement begins in, counted from 1, and its text.

    A semicolon between quotes, in a comment or in the body of a trigger ends nothing. What follows the
    last one is a statement, too.
    """
    parts, began, open_with = [], None, None
    for number, line in enumerate(lines, 1):
        start = at = 0
        while True:
            if open_with is not None:
                end = line.find(_ENDS[open_with], at)
                if end < 0:
                    break
                at, open_with = end + len(_ENDS[open_with]), None
                continue
            found = _STARTS.search(line, at)
            if began is None and line[at:found.start() if found else None].strip():
                began = number
            if found is None or found.group() == '--':
                break
            at = found.end()
            if found.group() != ';':
                open_with = found.group()
                if open_with != '/*':
                    began = began or number
                continue
            text = ''.join(parts) + line[start:at]
            # It knows where the body of a trigger ends.
            if not sqlite3.complete_statement(text):
                continue
            if began is not None:
                yield began, text
            parts, began, start = [], None, at
        parts.append(line[start:])
    if began is not None:
        yield began, ''.join(parts)
