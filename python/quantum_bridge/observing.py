"""What a page did while it was rendered: values that were set, rows that were read, turns of its loops."""

import contextlib
import time

MOST_PLACES = 2000
LONGEST_TEXT = 120

_record = None
_installed = False


class Record:
    """The facts of one request, by place (`quantum_at` of the overlay)."""

    def __init__(self):
        self.places = {}
        self.stack = []
        self.drawn = {}
        """Turns of loops while the page is drawn: a loop of statements runs before, and is drawn once more."""

    def at(self, kind, place):
        found = self.places.get((kind, place))
        if found is None and len(self.places) < MOST_PLACES:
            found = self.places[(kind, place)] = {
                'at': place, 'kind': kind, 'times': 0, 'ms': 0.0, 'rows': None, 'text': None,
            }
        return found

    def as_json(self):
        for place, (times, turns) in self.drawn.items():
            fact = self.at('loop', place)
            if fact is not None:
                fact.update(times=max(fact['times'], times), rows=max(fact['rows'] or 0, turns))
        return [dict(fact, ms=round(fact['ms'], 2)) for fact in self.places.values()]


@contextlib.contextmanager
def recorded():
    """The record of what is executed and rendered inside of the block."""
    global _record
    install()
    _record = Record()
    try:
        yield _record
    finally:
        _record = None


def install():
    """Once a process."""
    global _installed
    if _installed:
        return
    _installed = True
    from quantum.core.ast_nodes import QueryNode
    from quantum.core.features.loops.src.ast_node import LoopNode
    from quantum.core.features.state_management.src.ast_node import SetNode
    from quantum.runtime.executor_registry import ExecutorRegistry
    from quantum.runtime.renderer import HTMLRenderer

    execute, items = ExecutorRegistry.execute, HTMLRenderer._get_loop_items

    def execute_watched(self, node, context):
        record, place = _record, getattr(node, 'quantum_at', None)
        if record is None or place is None:
            return execute(self, node, context)
        for parent in record.stack[-1:]:
            # A loop that runs statements has no count of its own: its first statement's runs are its turns.
            if isinstance(parent, LoopNode) and first_statement(self, parent) is node:
                counted(record, parent, 1)
        if isinstance(node, LoopNode):
            counted(record, node, 0)
        record.stack.append(node)
        began, result = time.perf_counter(), None
        try:
            result = execute(self, node, context)
            return result
        finally:
            record.stack.pop()
            ms = (time.perf_counter() - began) * 1000
            if isinstance(node, SetNode):
                fact = record.at('set', place)
                if fact is not None:
                    fact['times'] += 1
                    fact['ms'] += ms
                    fact['text'] = value_text(context, node.name)
            elif isinstance(node, QueryNode):
                fact = record.at('query', place)
                if fact is not None:
                    fact['times'] += 1
                    fact['ms'] += ms
                    fact['rows'] = rows_of(context, node.name, result)

    def items_counted(self, node):
        found = items(self, node)
        record, place = _record, getattr(node, 'quantum_at', None)
        if record is not None and place is not None:
            times, turns = record.drawn.get(place, (0, 0))
            record.drawn[place] = (times + 1, turns + len(found))
        return found

    ExecutorRegistry.execute = execute_watched
    HTMLRenderer._get_loop_items = items_counted


def first_statement(registry, loop):
    """The first of a loop's body that runs: what is only drawn has no executor."""
    return next((one for one in loop.body if registry.has_executor(type(one))), None)


def counted(record, loop, turns):
    """A run of a loop (no turns), or a turn of it."""
    fact = record.at('loop', loop.quantum_at) if getattr(loop, 'quantum_at', None) else None
    if fact is not None:
        fact['times'] += 1 if turns == 0 else 0
        fact['rows'] = (fact['rows'] or 0) + turns


def variable(context, name):
    try:
        return context.get_variable(name)
    except Exception:  # it was not set after all
        return None


def value_text(context, name):
    text = repr(variable(context, name))
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT - 1] + '…'


def rows_of(context, name, result):
    """Of a statement that changes rows, those that it changed."""
    changed = getattr(result, 'affected_rows', None)
    if isinstance(changed, int) and changed >= 0:
        return changed
    value = variable(context, name)
    try:
        return len(value)
    except TypeError:
        return None
