"""Unsaved texts in place of files, and each element's number in its file, for everything that is parsed."""

import os

ATTRIBUTE = 'data-quantum-at'
"""On every drawn element: `<number of the file>:<number of the start tag in it>`, both from 0."""

UNMARKED = frozenset(['html', 'head', 'title', 'meta', 'link', 'base', 'script', 'style', 'template'])
"""Elements nobody clicks, and those the server looks for by their bare tag."""

texts = {}
"""Real path → unsaved text."""
files = []
"""Real paths in the order they were first parsed: the numbers of ATTRIBUTE."""

_numbers = {}
"""Of a path as it is spelled, the number: asking the disk for each element took a sixth of a page."""
_installed = False


def file_number(spelled):
    number = _numbers.get(spelled)
    if number is None:
        path = os.path.realpath(spelled)
        number = _numbers.get(path)
        if number is None:
            number = _numbers[path] = len(files)
            files.append(path)
        _numbers[spelled] = number
    return number


def set_texts(given):
    texts.clear()
    for path, text in given.items():
        texts[os.path.realpath(path)] = text


def install():
    """Once a process: the parser reads the overlay first and numbers what it reads."""
    global _installed
    if _installed:
        return
    _installed = True
    from quantum.core import parser as module
    from quantum.core.ast_nodes import HTMLNode
    from quantum.runtime.renderer import HTMLRenderer

    Parser, Problem = module.QuantumParser, module.QuantumParseError
    read_tree, parse_file, parse_statement = (
        module.fromstring_with_lines,
        Parser.parse_file,
        Parser._parse_statement,
    )

    def numbered(text):
        root = read_tree(text)
        for number, element in enumerate(root.iter()):
            element.quantum_number = number
        return root

    def parse_overlaid(self, file_path, use_cache=None):
        path = os.path.realpath(file_path)
        text = texts.get(path)
        if text is None:
            return of_file(parse_file(self, file_path, use_cache), path)
        self._source_path = path
        try:
            return of_file(self.parse(text), path)
        except Problem as error:
            if getattr(error, 'file', None) is None:
                error.file = path
            raise

    def parse_placed(self, element):
        node = parse_statement(self, element)
        number = getattr(element, 'quantum_number', None)
        source = getattr(self, '_source_path', None)
        if node is None or number is None or source is None:
            return node
        place = '%d:%d' % (file_number(str(source)), number)
        try:
            node.quantum_at = place
        except AttributeError:  # a node with __slots__
            return node
        if isinstance(node, HTMLNode) and node.tag.lower() not in UNMARKED:
            node.attributes[ATTRIBUTE] = place
        return node

    draw_widget = HTMLRenderer._render_ui

    def render_placed(self, node, *args, **kwargs):
        return marked(draw_widget(self, node, *args, **kwargs), getattr(node, 'quantum_at', None))

    module.fromstring_with_lines = numbered
    Parser.parse_file = parse_overlaid
    Parser._parse_statement = parse_placed
    HTMLRenderer._render_ui = render_placed


def of_file(root, path):
    """The root of a document, which knows from now on where it stands."""
    root.quantum_path = path
    return root


def path_of(root):
    """The real path of the document; None for one that was not read from a file."""
    return getattr(root, 'quantum_path', None)


def marked(html, place):
    """The first tag of a widget's HTML with its place; what does not begin with a tag stays as it is."""
    if place is None or not isinstance(html, str):
        return html
    start = len(html) - len(html.lstrip())
    end = start + 1
    if html[start:end] != '<' or not html[end:end + 1].isalpha():
        return html
    while end < len(html) and (html[end].isalnum() or html[end] == '-'):
        end += 1
    if html[start + 1:end].lower() in UNMARKED:
        return html
    return '%s %s="%s"%s' % (html[:end], ATTRIBUTE, place, html[end:])


