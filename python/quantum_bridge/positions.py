"""From the framework's columns to the author's.

The framework rewrites a document before expat reads it (entities, void elements, namespaces), so
expat's column counts code points of the rewritten line. Line breaks survive the rewriting.
"""

import difflib
import re

BREAK = re.compile(r'\r\n|\r|\n')
LONGEST_ALIGNED = 4000
"""Aligning takes quadratic time; the middle of a longer differing line gets no column."""


def source_column(source, sent, line, column):
    """Column in UTF-16 units of line `line` (1-based) of `source`, or None when it cannot be told."""
    sources, sents = BREAK.split(source), BREAK.split(sent)
    if not (0 < line <= len(sources) and line <= len(sents)) or column is None:
        return None
    before, after = sources[line - 1], sents[line - 1]
    index = column if before == after else aligned(before, after, column)
    if index is None or index > len(before):
        return None
    return len(before[:index].encode('utf-16-le', 'surrogatepass')) // 2


def aligned(before, after, column):
    """The index in `before` of what stands at `column` of `after`."""
    head = 0
    shortest = min(len(before), len(after))
    while head < shortest and before[head] == after[head]:
        head += 1
    if column < head:
        return column
    tail = 0
    while tail < shortest - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    if column >= len(after) - tail:
        return len(before) - (len(after) - column)
    old, new = before[head:len(before) - tail], after[head:len(after) - tail]
    if len(old) > LONGEST_ALIGNED or len(new) > LONGEST_ALIGNED:
        return None
    for tag, old_start, _, new_start, new_end in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
        if new_start <= column - head < new_end:
            return head + old_start + (column - head - new_start if tag == 'equal' else 0)
    return None
