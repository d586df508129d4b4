"""What the framework made of a document: its objects as JSON, with the element each comes from where that is known."""

from contextlib import contextmanager

LEFT_OUT = frozenset(['source_line', 'source_file', 'line', 'quantum_element', 'container'])
"""Fields that tell the place, which is told beside them, and the one that leads back up."""

LONGEST_TEXT = 2000
"""Code points of one value; a tree is looked at, not read back."""


@contextmanager
def numbered(parser):
    """While it lasts, nodes that `parser` makes get the number of their element's start tag, from 0."""
    from quantum.core import parser as module

    read_tree = getattr(module, 'fromstring_with_lines', None)
    parse_statement = getattr(parser, '_parse_statement', None)
    if read_tree is None or parse_statement is None:  # a release whose elements have no places
        yield
        return

    def read_numbered(text):
        root = read_tree(text)
        for number, element in enumerate(root.iter()):
            element.quantum_element = number
        return root

    def parse_placed(element):
        node = parse_statement(element)
        number = getattr(element, 'quantum_element', None)
        if node is not None and number is not None:
            try:
                node.quantum_element = number
            except AttributeError:  # a node with __slots__
                pass
        return node

    module.fromstring_with_lines = read_numbered
    parser._parse_statement = parse_placed
    try:
        yield
    finally:
        module.fromstring_with_lines = read_tree
        del parser._parse_statement


def tree_json(root, number=None):
    """
    The tree of `root`, whose element has that number.

    An object is {node, element, line, fields}, a mapping {entries: [[key, value], …]}, a list a list. What
    is empty is left out.
    """
    tree = value_json(root, set())
    tree['element'] = number
    return tree


def value_json(value, around):
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if value == value and abs(value) != float('inf') else str(value)
    if isinstance(value, str):
        return value if len(value) <= LONGEST_TEXT else value[:LONGEST_TEXT] + '…'
    if id(value) in around:
        return '…'
    around.add(id(value))
    try:
        if isinstance(value, (list, tuple, set, frozenset)):
            return [value_json(one, around) for one in value]
        if isinstance(value, dict):
            return {'entries': [[str(key), value_json(one, around)] for key, one in value.items()]}
        if not hasattr(value, '__dict__'):
            return str(value)[:LONGEST_TEXT]
        return {
            'node': type(value).__name__,
            'element': getattr(value, 'quantum_element', None),
            'line': line_of(value),
            'fields': [
                [name, value_json(field, around)]
                for name, field in vars(value).items()
                if not name.startswith('_') and name not in LEFT_OUT and not is_empty(field)
            ],
        }
    finally:
        around.discard(id(value))


def line_of(node):
    for name in ('source_line', 'line'):
        line = getattr(node, name, None)
        if isinstance(line, int) and not isinstance(line, bool):
            return line
    return None


def is_empty(value):
    return value is None or value is False or (hasattr(value, '__len__') and len(value) == 0)
