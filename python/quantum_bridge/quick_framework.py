"""What the framework works out anew for each test, each component, each expression, and what comes out the same.

What is done here once, or not before somebody needs it, answers as if it had been done each time. Where a release
is built otherwise, it goes on doing it itself.
"""

import contextlib
import os
import types
import warnings

from quantum_bridge import quick_passwords

MOST_EXPRESSIONS = 5_000
MOST_FOLDERS = 16

_trees = {}
"""Text of an expression → its tree."""

_routes = {}
"""Folder of pages, and where it is looked for → (what lies in it, the routes with parameters that its names make)."""


def install():
    """Once a process."""
    parts = (
        remember_expressions,
        remember_routes,
        leave_addresses,
        leave_registries,
        forgo_syncing,
        quick_passwords.install,
    )
    for part in parts:
        try:
            part()
        except (ImportError, AttributeError):
            continue


def remember_expressions():
    """An expression is parsed and looked through at each evaluation; the tree is only ever read."""
    from quantum.core import expressions

    ast, evaluator = expressions.ast, expressions.ExpressionEvaluator
    parse, validate = ast.parse, evaluator._validate

    def parse_once(source, mode='exec'):
        tree = _trees.get((source, mode))
        if tree is None:
            with heard_warnings() as heard:
                tree = parse(source, mode=mode)
            if len(_trees) >= MOST_EXPRESSIONS:
                _trees.clear()
            if not heard:
                _trees[source, mode] = tree
        return tree

    def validate_once(self, tree, source):
        if not getattr(tree, 'quantum_is_valid', False):
            validate(self, tree, source)
            tree.quantum_is_valid = True

    # A module of its own: everyone else's `ast.parse` makes trees that are theirs to change.
    quick = types.ModuleType('ast')
    quick.__dict__.update(vars(ast), parse=parse_once)
    expressions.ast, evaluator._validate = quick, validate_once


@contextlib.contextmanager
def heard_warnings():
    """What Python warns of inside of the block: it is said all the same, and would be each time."""
    heard, show = [], warnings.showwarning

    def hear(*warning, **more):
        heard.append(warning)
        show(*warning, **more)

    warnings.showwarning = hear
    try:
        yield heard
    finally:
        warnings.showwarning = show


def remember_routes():
    """Each server makes them of the names of all pages, which hardly change from test to test."""
    from quantum.runtime.web_server import QuantumWebServer

    build = QuantumWebServer._build_dynamic_routes

    def build_once(self):
        folder = str(self.config['paths']['components'])
        key, names = (os.getcwd(), folder), names_in(folder)
        known = _routes.get(key)
        if names is not None and known is not None and known[0] == names:
            self._dynamic_routes = list(known[1])
            return
        build(self)
        if names is not None:
            if len(_routes) >= MOST_FOLDERS:
                _routes.clear()
            _routes[key] = (names, list(self._dynamic_routes))

    QuantumWebServer._build_dynamic_routes = build_once


def names_in(folder):
    """All that lies in the folder, in the order of the disk; None where a link leads elsewhere or it cannot be read."""
    names, left = [], [folder]
    try:
        while left:
            with os.scandir(left.pop()) as entries:
                for entry in entries:
                    if entry.is_symlink():
                        return None
                    is_folder = entry.is_dir()
                    names.append((entry.path, is_folder))
                    if is_folder:
                        left.append(entry.path)
    except OSError:
        return None
    return names


def leave_addresses():
    """Two functions are compiled for each address of each server, to build links by name: hardly a page does."""
    from werkzeug.routing.rules import Rule

    compiled = Rule._compile_builder

    def at_first_use(self, append_unknown=True):
        made = []

        def build(rule, **values):
            if not made:
                made.append(compiled(self, append_unknown))
            return made[0](rule, **values)

        return build

    Rule._compile_builder = at_first_use


def leave_registries():
    """Each runtime and each parser has an object for each of thirty tags; most never meet one."""
    from quantum.core import parser
    from quantum.runtime import component

    executors, parsers = component._create_executor_registry, parser._create_parser_registry
    component._create_executor_registry = lambda runtime: AtFirstUse(executors, runtime)
    parser._create_parser_registry = lambda owner: AtFirstUse(parsers, owner)


class AtFirstUse:
    """Stands for an object that is made when something of it is asked for."""

    def __init__(self, make, owner):
        self.__dict__['_make'] = lambda: make(owner)

    def _it(self):
        made = self.__dict__.get('_made')
        if made is None:
            made = self.__dict__['_made'] = self._make()
        return made

    def __getattr__(self, name):
        return getattr(self._it(), name)

    def __setattr__(self, name, value):
        setattr(self._it(), name, value)


def forgo_syncing():
    """A test's database is thrown away with it: nobody needs it after a power cut."""
    from quantum.runtime.database_service import DatabaseService

    connect = DatabaseService._create_sqlite_connection

    def connect_unsynced(self, config):
        return unsynced(connect(self, config))

    DatabaseService._create_sqlite_connection = connect_unsynced


def unsynced(connection):
    """The connection, which leaves it to the system when what it writes goes to the disk."""
    connection.execute('PRAGMA synchronous = OFF')
    return connection
