"""What the framework works out anew for each test, each component, each expression, and what comes out the same.

What is done here once, or not before somebody needs it, answers as if it had been done each time. Where a release
is built otherwise, it goes on doing it itself.
"""

import contextlib
import types
import warnings

MOST_EXPRESSIONS = 5_000

_trees = {}
"""Text of an expression → its tree."""


def install():
    """Once a process."""
    for part in (remember_expressions, leave_addresses, leave_registries, forgo_syncing):
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
