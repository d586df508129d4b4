"""The suites of a checkout, read from its `test_runner.py`; nothing of the checkout is run."""

import ast
import fnmatch
import os
import re

from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.params import path_param
from quantum_bridge.runner_rules import Unreadable, read_rules

RUNNER = 'test_runner.py'
SHARES_DATA = re.compile(r'<q:(?:query|transaction)\b[^>]*\bdatasource\s*=')
"""What reads or writes a database reads what tests before it wrote."""

COMMENT = re.compile(r'<!--.*?-->', re.S)
DOES_SOMETHING = re.compile(r'\{|<(?:q:(?!component\b|return\b)|ui:|[A-Z])')
"""Without an expression, a statement or a call there is nothing in a page that could go wrong once it is read."""


def list_suites(params):
    """{root} → {runner, folder, options, suites, unclaimed, error}; runner is null where there is none.

    suites: [{key, title, description, tests: [{file, mustFail, sharesData, doesSomething}]}] in the order they run, or null where
    this runner does not say it in a way that can be read. unclaimed: files that no suite takes.
    """
    root = path_param(params, 'root')
    if root is None:
        raise invalid_params('root is needed: the folder of the checkout.')
    none = {
        'runner': None,
        'folder': '',
        'options': [],
        'readable': True,
        'suites': [],
        'unclaimed': [],
        'error': None,
    }
    try:
        with open(os.path.join(root, RUNNER), 'rb') as file:
            source = file.read()
    except FileNotFoundError:
        return none
    except OSError as error:
        raise BridgeError('unreadable', 'Cannot read %s: %s' % (RUNNER, error)) from None
    try:
        tree = ast.parse(source, RUNNER)
    except (SyntaxError, ValueError) as error:
        broken = {'message': '%s is not valid Python: %s' % (RUNNER, getattr(error, 'msg', error)), 'line': getattr(error, 'lineno', None)}
        return dict(none, runner=RUNNER, error=broken)
    return dict(none, runner=RUNNER, **read(root, tree))


def read(root, tree):
    options = options_of(tree)
    folder = options.get('--examples-dir') or 'examples'
    names = test_files(os.path.join(root, folder), pattern_of(tree))
    told = {'folder': folder, 'options': sorted(options)}
    try:
        rules = read_rules(tree)
        claimed = [(name, rules.suite_of(name)) for name in names]
        suites = [
            {
                'key': key,
                'title': title,
                'description': description,
                'tests': [test(root, folder, name, rules.must_fail(name)) for name, of in claimed if of == key],
            }
            for key, (title, description) in rules.suites.items()
        ]
    except Unreadable:
        unread = [test(root, folder, name, False) for name in names]
        one = {'key': 'test_runner', 'title': RUNNER, 'description': '', 'tests': unread}
        return dict(told, suites=[one], unclaimed=[], readable=False)
    unclaimed = ['%s/%s' % (folder, name) for name, of in claimed if of is None]
    return dict(told, suites=suites, unclaimed=unclaimed, readable=True)


def test(root, folder, name, must_fail):
    try:
        with open(os.path.join(root, folder, name), encoding='utf-8', errors='replace') as file:
            text = file.read()
    except OSError:
        text = None
    return {
        'file': '%s/%s' % (folder, name),
        'mustFail': must_fail,
        'sharesData': text is not None and SHARES_DATA.search(text) is not None,
        'doesSomething': text is None or DOES_SOMETHING.search(COMMENT.sub('', text)) is not None,
    }


def test_files(folder, pattern):
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted(name for name in names if fnmatch.fnmatchcase(name, pattern))


def options_of(tree):
    """The options its command line takes, with the defaults that are texts."""
    found = {}
    for call in calls(tree, 'add_argument'):
        default = next((word.value for word in call.keywords if word.arg == 'default'), None)
        for name in call.args:
            if isinstance(name, ast.Constant) and isinstance(name.value, str) and name.value.startswith('--'):
                is_text = isinstance(default, ast.Constant) and isinstance(default.value, str)
                found[name.value] = default.value if is_text else None
    return found


def pattern_of(tree):
    """Which files it looks for."""
    for call in calls(tree, 'glob'):
        if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
            return call.args[0].value
    return 'test-*.q'


def calls(tree, method):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
            yield node
