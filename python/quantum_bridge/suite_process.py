"""Runs a checkout's `test_runner.py` as its command line does, and tells each line it prints as JSON.

    PYTHON -X utf8 …/suite_process.py ROOT

Reads two objects, one a line, from stdin: {"modules"} are imported ahead, {"options"} starts the runner with them.
When stdin ends, nobody is there to hear of it: the process ends with all it started.

One object a line on stdout: {"line", "ms", "from"} for what was printed ("out") or logged ("log"), {"unresolved"}
for a `{…}` the framework left as it stands, at last {"end": exit code, "error": {type, message, file, line} | null,
"modules": what the next process can import ahead}.
Standard library only, Python 3.6 and newer: the runner decides what it needs.
"""

import importlib
import io
import json
import logging
import os
import runpy
import signal
import sys
import threading
import time
import traceback

UNRESOLVED_LOGGER = 'quantum.databinding'
LONGEST_LINE = 64 * 1024


class Lines(io.TextIOBase):
    """Takes text and tells each whole line of it."""

    def __init__(self, tell, name):
        super().__init__()
        self._tell = tell
        self._name = name
        self._rest = ''

    encoding = 'utf-8'

    def writable(self):
        return True

    def write(self, text):
        lines = (self._rest + text).split('\n')
        self._rest = lines.pop()[-LONGEST_LINE:]
        for line in lines:
            self._tell_line(line)
        return len(text)

    def _tell_line(self, line):
        self._tell({'line': line[:LONGEST_LINE], 'ms': time.perf_counter() * 1000, 'from': self._name})
        if self._name == 'out' and line.startswith(('  PASS ', '  FAIL ')):
            forget_unresolved()

    def finish(self):
        if self._rest:
            self._tell_line(self._rest)
            self._rest = ''


class Unresolved(logging.Handler):
    def __init__(self, tell):
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record):
        self._tell({'unresolved': str(record.msg) if record.args is None else record.getMessage()})


def forget_unresolved():
    """The framework tells each of them once a process; each test is to hear of its own."""
    diagnostics = sys.modules.get('quantum.core.expression_diagnostics')
    if diagnostics is not None:
        diagnostics.reset()


def error_json(error):
    """The error and the last place of the checkout itself that it passed through."""
    places = traceback.extract_tb(error.__traceback__)
    own = [place for place in places if place.filename.startswith(os.getcwd())]
    file, line = (own[-1].filename, own[-1].lineno) if own else (None, None)
    if isinstance(error, SyntaxError) and error.filename:
        file, line = error.filename, error.lineno
    message = '%s: %s' % (type(error).__name__, error)
    return {'type': type(error).__name__, 'message': message[:4000], 'file': file, 'line': line}


def import_ahead(names):
    """What an earlier run of this runner imported from outside of the checkout."""
    for name in names:
        try:
            importlib.import_module(name)
        except Exception:  # the runner meets it again, if it needs it
            continue


def imported(root):
    """Modules that are loaded and belong to no checkout: they are the same for the next run."""
    inside = os.path.realpath(root) + os.sep
    names = []
    for name, module in list(sys.modules.items()):
        file = getattr(module, '__file__', None)
        if isinstance(file, str) and not is_inside(inside, file) and not name.startswith('__'):
            names.append(name)
    return names


def is_inside(folder, file):
    file = os.path.realpath(file)
    return file.startswith(folder) and 'site-packages' not in file


def end_with(orders):
    """Ends this process and all it started once the other side is gone."""
    orders.read()
    if hasattr(os, 'killpg'):
        os.killpg(os.getpgid(0), signal.SIGKILL)
    os._exit(1)


def main(root):
    orders = os.fdopen(os.dup(0), 'r', encoding='utf-8')
    channel = os.fdopen(os.dup(1), 'w', encoding='utf-8')
    # A test that reads gets nothing, and what is written past Python goes to the log.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)

    def tell(message):
        channel.write(json.dumps(message) + '\n')
        channel.flush()

    out, log = Lines(tell, 'out'), Lines(tell, 'log')
    sys.stdout, sys.stderr = out, log
    logging.getLogger(UNRESOLVED_LOGGER).addHandler(Unresolved(tell))
    os.chdir(root)
    runner = os.path.join(root, 'test_runner.py')
    sys.argv = [runner]
    sys.path[0] = root
    import_ahead(json.loads(orders.readline() or '{"modules": []}')['modules'])
    order = orders.readline()
    if not order:
        return
    sys.argv += json.loads(order)['options']
    threading.Thread(target=end_with, args=(orders,), daemon=True).start()
    code, error = 0, None
    try:
        runpy.run_path(runner, run_name='__main__')
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if isinstance(end.code, str):
            log.write(end.code + '\n')
    except BaseException as failure:
        code, error = 1, error_json(failure)
        traceback.print_exc()
    out.finish()
    log.finish()
    tell({'end': code, 'error': error, 'modules': imported(root)})
    # Threads the runner left behind would keep the process.
    os._exit(code)


if __name__ == '__main__':
    main(os.path.abspath(sys.argv[1]))
