"""What a test made the application do: its requests, the lines that ran, and all that its result depends on."""

import contextlib
import functools
import os
import sys

from quantum_bridge.warmth import is_own, real_path

MOST_REQUESTS = 100
MOST_QUERIES = 200
MOST_TEXT = 4_000
FREE_TOOLS = (3, 4)
"""Numbers that belong to no kind of tool: an application may profile itself (2)."""

_trace = None
_installed = False
_tool = None


class Trace:
    def __init__(self, root):
        self.root = os.path.realpath(root)
        self.requests = []
        self.files = set()
        self.lines = {}
        self.branches = {}
        self.functions = set()

    def ran(self, node):
        file, line = getattr(node, 'source_file', None), getattr(node, 'source_line', None)
        if file and line:
            lines = self.lines.setdefault(file, {})
            lines[line] = lines.get(line, 0) + 1

    def took(self, node, branch):
        file, line = getattr(node, 'source_file', None), getattr(node, 'source_line', None)
        if file and line:
            taken = self.branches.setdefault(file, {}).setdefault(line, {})
            taken[branch] = taken.get(branch, 0) + 1

    def uses(self):
        """The parts of the code that the test's result depends on: `file`, and `file#function` of Python."""
        files = {self.inside(file) for file in self.files | set(self.lines)} - {None}
        functions = {(self.inside(file), name) for file, name in self.functions}
        return sorted(files | {'%s#%s' % (file, name) for file, name in functions if file})

    def covered(self):
        """[{file, lines: [[line, times]], branches: [[line, branch, times]]}]; branch 0 is the q:if itself."""
        return [
            {
                'file': self.inside(file),
                'lines': sorted([line, times] for line, times in lines.items()),
                'branches': sorted(
                    [line, branch, times]
                    for line, taken in self.branches.get(file, {}).items()
                    for branch, times in taken.items()
                ),
            }
            for file, lines in sorted(self.lines.items())
            if self.inside(file)
        ]

    def inside(self, file):
        """Relative to the application, with `/`; None for what lies elsewhere."""
        file, folder = real_path(file), self.root + os.sep
        return file[len(folder):].replace(os.sep, '/') if file.startswith(folder) else None


@contextlib.contextmanager
def traced(root):
    """Everything the framework does until the end of the block."""
    global _trace
    install()
    _trace = trace = Trace(root)
    if _tool is not None:
        sys.monitoring.restart_events()
    try:
        yield trace
    finally:
        _trace = None


def install():
    """Once a process: what is traced says so, and otherwise does what it did."""
    global _installed
    if _installed:
        return
    _installed = True
    from quantum.core.parser import QuantumParser
    from quantum.runtime.action_handler import ActionHandler
    from quantum.runtime.component import ComponentRuntime
    from quantum.runtime.dev_panel import DevPanel
    from quantum.runtime.executor_registry import ExecutorRegistry
    from quantum.runtime.executors.control_flow.if_executor import IfExecutor
    from quantum.runtime.renderer import HTMLRenderer

    before(ExecutorRegistry, 'execute', lambda trace, self, node, *rest: trace.ran(node))
    before(HTMLRenderer, '_render_node', lambda trace, self, node: trace.ran(node))
    before(QuantumParser, 'parse_file', parsed)
    before(ActionHandler, '_execute_one', acted)
    watch_branches((HTMLRenderer, '_render_if'), (HTMLRenderer, '_evaluate_condition'))
    watch_branches((IfExecutor, 'execute'), (IfExecutor, 'evaluate_condition'))
    watch_branches((ActionHandler, '_execute_if'), (ComponentRuntime, '_evaluate_condition'))
    watch_requests(DevPanel)
    watch_functions()
    sys.addaudithook(opened)


def parsed(trace, _parser, file, *_rest, **_more):
    # Now: the test's working directory is another one once it is over.
    trace.files.add(os.path.abspath(file))


def acted(trace, _handler, statement, *_rest):
    # An action does these itself; all else it leaves to the executors.
    if type(statement).__name__ in ('RedirectNode', 'FlashNode', 'IfNode'):
        trace.ran(statement)


def before(owner, name, tell):
    original = getattr(owner, name)

    @functools.wraps(original)
    def traced_one(*args, **more):
        if _trace is not None:
            tell(_trace, *args, **more)
        return original(*args, **more)

    setattr(owner, name, traced_one)


def watch_branches(decider, evaluator):
    """Conditions of a q:if are asked in order until one holds; the one that holds names the branch."""
    deciding, asking = getattr(*decider), getattr(*evaluator)
    open_ifs = []

    @functools.wraps(deciding)
    def decided(self, node, *args, **more):
        frame = {'node': node, 'branch': 0, 'holds': False}
        open_ifs.append(frame)
        try:
            result = deciding(self, node, *args, **more)
            if not frame['holds'] and _trace is not None:
                _trace.took(node, frame['branch'])
            return result
        finally:
            open_ifs.pop()

    @functools.wraps(asking)
    def asked(*args, **more):
        holds = asking(*args, **more)
        frame = open_ifs[-1] if open_ifs else None
        if frame is not None and not frame['holds']:
            if holds:
                frame['holds'] = True
                if _trace is not None:
                    _trace.took(frame['node'], frame['branch'])
            else:
                frame['branch'] += 1
        return holds

    setattr(*decider, decided)
    setattr(*evaluator, asked)


def watch_requests(panel):
    original = panel.finish

    @functools.wraps(original)
    def finish(self, *args, **more):
        original(self, *args, **more)
        if _trace is not None and len(_trace.requests) < MOST_REQUESTS:
            _trace.requests.append(request_json(_trace, self.requests[0]))

    panel.finish = finish


def request_json(trace, record):
    where = record.get('where')
    return {
        'method': record['method'],
        'path': clipped(record['path']),
        'status': record['status'],
        'ms': record['ms'],
        'page': record.get('component') and clipped(str(record['component'])),
        'action': record.get('action'),
        'redirect': record.get('redirect'),
        'error': record.get('error') and clipped(str(record['error'])),
        'where': {'file': str(where[0]).replace(os.sep, '/'), 'line': where[1]} if where else None,
        'queries': [query_json(query) for query in record['queries'][:MOST_QUERIES]],
    }


def query_json(query):
    return {
        'datasource': query['datasource'],
        'sql': clipped(query['sql']),
        'params': query['params'],
        'ms': query['ms'],
        'rows': query['rows'],
        'error': query['error'] and clipped(str(query['error'])),
    }


def clipped(text):
    return text if len(text) <= MOST_TEXT else text[:MOST_TEXT] + '…'


def watch_functions():
    """Functions of the application's own Python, by the interpreter's own means: the others cost one call."""
    global _tool
    monitoring = sys.monitoring
    free = next((one for one in FREE_TOOLS if monitoring.get_tool(one) is None), None)
    if free is None:
        return
    _tool = free
    monitoring.use_tool_id(_tool, 'quantum-admin')

    def started(code, _offset):
        if _trace is not None and is_own(_trace.root, code.co_filename):
            # What is inside of a function belongs to it; what is in none, to the import of its module.
            name = code.co_qualname.split('.<locals>', 1)[0]
            if not name.startswith('<'):
                _trace.functions.add((code.co_filename, name))
        return monitoring.DISABLE

    monitoring.register_callback(_tool, monitoring.events.PY_START, started)
    monitoring.set_events(_tool, monitoring.events.PY_START)


def opened(event, args):
    """Files of the application that are read beside its pages: a table in CSV, a text."""
    if event != 'open' or _trace is None or not isinstance(args[0], str):
        return
    path, mode = os.path.abspath(args[0]), args[1]
    if path.startswith(_trace.root + os.sep) and (mode is None or 'r' in mode) and not skipped(path):
        _trace.files.add(path)


def skipped(path):
    """Python is followed function by function; the configuration and the migrations are everyone's."""
    return path.endswith(('.py', '.pyc', 'quantum.config.yaml'))
