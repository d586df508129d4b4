"""The framework's verdict on one document: its root, or its first error."""

import logging
import re
from contextlib import nullcontext

from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.framework import need_framework, without_tests
from quantum_bridge.params import path_param, text_param
from quantum_bridge.positions import source_column
from quantum_bridge.syntax_tree import numbered, tree_json

SNIPPET = re.compile(r'\n  at line \d+:.*| \(line \d+\)$', re.DOTALL)
HINT = re.compile(r'\n  Hint: (.*)$', re.DOTALL)
XML_POSITION = re.compile(r': line \d+, column \d+$')
UNNAMED = '<document>'

_parser = None


def parse(params):
    """
    {path?, text?, tree?} → {ok, root | tests, tree?} or {ok: false, error}. Text wins over the file's
    content.
    """
    path = path_param(params, 'path')
    text = text_param(params, 'text')
    if path is None and text is None:
        raise invalid_params('parse needs path, text, or both.')
    need_framework()
    if text is None:
        unreadable = None
        try:
            with open(path, encoding='utf-8') as file:
                text = file.read()
        except UnicodeDecodeError as error:
            unreadable = 'The file is not valid UTF-8: %s' % error
        except OSError as error:
            raise BridgeError('unreadable', 'Cannot read %s: %s' % (path, error.strerror or error)) from None
        if unreadable:
            return refused(path, unreadable, unreadable, None, None, None)
    else:
        # As reading from disk does, so that the verdict on a buffer is the one on its file.
        text = text.replace('\r\n', '\n').replace('\r', '\n')
    wants_tree = params.get('tree') is True
    return (parse_tests if path and path.endswith('.test.q') else parse_page)(path, text, wants_tree)


def parse_page(path, text, wants_tree):
    from quantum.core.parser import QuantumParseError

    parser = page_parser()
    parser._source_path = path or UNNAMED
    try:
        with numbered(parser) if wants_tree else nullcontext():
            root = parser.parse(text)
    except QuantumParseError as error:
        return refusal(path, text, error, lambda: sent_page(parser, text))
    result = {'ok': True, 'root': root_json(root)}
    return dict(result, tree=tree_json(root, 0)) if wants_tree else result


def parse_tests(path, text, wants_tree):
    try:
        from quantum.core.features.native_testing.src import TestParseError, parse_test_source
    except ImportError:
        raise without_tests() from None
    try:
        file = parse_test_source(text, path)
    except TestParseError as error:
        return refusal(path, text, error, lambda: sent_tests(text))
    result = {'ok': True, 'tests': [test_json(test) for test in file.tests]}
    return dict(result, tree=tree_json(file)) if wants_tree else result


def page_parser():
    """One parser for the life of the process; it keeps no state between documents."""
    global _parser
    if _parser is None:
        logging.disable(logging.CRITICAL)
        from quantum.core.parser import QuantumParser

        _parser = QuantumParser(use_cache=False)
    return _parser


def sent_page(parser, text):
    """What expat was given for a page."""
    from quantum.core.html_compat import normalise_html

    return parser._inject_namespace(normalise_html(text))


def sent_tests(text):
    """What expat was given for a test file: one element around it, on its first line."""
    from quantum.core.features.native_testing.src.parser import _wrap

    return _wrap(text)


def refusal(path, text, error, sent):
    raw = str(error)
    hint = HINT.search(raw)
    message = SNIPPET.sub('', raw)
    if path and message.startswith(path + ': '):
        message = message[len(path) + 2:]
    line = getattr(error, 'line', None)
    column = None
    position = xml_position(error)
    if position is not None:
        message = XML_POSITION.sub('', message)
        try:
            column = source_column(text, sent(), position[0], position[1])
        except Exception:  # the rewriting is not public: without it there is a line and no column
            column = None
    file = getattr(error, 'file', None) or path
    return refused(file, message.strip(), raw, line, column, clean_hint(hint))


def xml_position(error):
    """expat's (line, column) behind a parse error, or None."""
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        position = getattr(error, 'position', None)
        if isinstance(position, tuple):
            return position
        error = error.__cause__ or error.__context__
    return None


def clean_hint(match):
    return ' '.join(part.strip() for part in match.group(1).splitlines()) if match else None


def refused(file, message, raw, line, column, hint):
    error = {'file': file, 'message': message, 'raw': raw, 'line': line, 'column': column}
    if hint:
        error['hint'] = hint
    return {'ok': False, 'error': error}


def root_json(root):
    kind = type(root).__name__
    if kind.endswith('Node'):
        kind = kind[:-len('Node')]
    name = plain(getattr(root, 'name', None))
    # A root without a name is given this one by the framework.
    result = {'kind': kind.lower(), 'name': None if name == '<string>' else name}
    for name in ('component_type', 'app_type', 'app_id'):
        value = plain(getattr(root, name, None))
        if value is not None:
            result[name] = value
    if hasattr(root, 'require_auth'):
        result['requireAuth'] = bool(root.require_auth)
    return result


def plain(value):
    return value if isinstance(value, (str, int, float, bool)) else None


def test_json(test):
    return {
        'name': test.name,
        'page': test.page,
        'line': test.line,
        'steps': [{'kind': step.kind, 'line': step.line} for step in test.steps],
    }
