"""`quantum test`, one test at a time: the framework's own finder and runner, and what a test did."""

import contextlib
import functools
import logging
import os
import sys
import time

from quantum_bridge import quick_passwords, server_world
from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.framework import need_framework, without_tests
from quantum_bridge.output import KeptText
from quantum_bridge.params import path_param, text_param
from quantum_bridge.parsing import parse
from quantum_bridge.tracing import traced
from quantum_bridge.warmth import freeze_known, freeze_once

UNRESOLVED_LOGGER = 'quantum.databinding'
"""Where the framework says which `{…}` it left as it stands."""


CLOCK_TICK_NS = 50_000_000

_known = {}
"""(root, path) → its state and the tests it had in it."""

_suites = {}
"""Path → (text, the tests in it)."""


def list_tests(params):
    """{root} → {files: [{file, tests: [{name, page, line}], error: {message, line} | null}]}.

    As `quantum test` finds them in root; files are relative to it, with `/`.
    """
    root = root_param(params)
    app_testing = need_tests()
    found, _ = app_testing.find_test_files([root])
    # One folder after the other: that of an application is looked for once in each.
    application_of = functools.lru_cache(maxsize=None)(lambda folder: app_testing.app_root_of(folder / 'x'))
    return {'files': [file_json(root, path, application_of(path.parent)) for path in found]}


def run_test(params):
    """{root, file, name, printed?} → {passed, ms, message, line, step, page, hollow, output,
    requests, uses, covered} of one test.

    line and step: the step that failed. page: {file, line} where its request failed. hollow: why a test
    that passed says little. printed: a file in which its output stands while it runs.
    """
    from pathlib import Path

    root = root_param(params)
    file, name = text_param(params, 'file'), text_param(params, 'name')
    if file is None or name is None:
        raise invalid_params('runTest needs file and name.')
    app_testing = need_tests()
    path = Path(root, file).resolve()
    try:
        suite = read_suite(app_testing, path)
    except (OSError, ValueError) as error:
        raise BridgeError('unreadable', 'Cannot read %s: %s' % (file, error)) from None
    except app_testing.TestParseError as error:
        raise BridgeError('unreadable', str(error).split('\n')[0]) from None
    case = next((one for one in suite.tests if one.name == name), None)
    if case is None:
        raise BridgeError('no-such-test', 'There is no test “%s” in %s any more.' % (name, file))
    app = app_testing.app_root_of(path)
    if app is None:
        raise BridgeError('unreadable', no_application(file))
    freeze_once()
    quick_passwords.begin()
    output, unresolved = KeptText(path_param(params, 'printed')), []
    with captured(output, unresolved), traced(root) as trace:
        result = app_testing.run_test(case, path, app)
    freeze_known()
    output.discard()
    trace.files.add(str(path))
    step = result.step
    return {
        'passed': result.passed,
        'ms': result.ms,
        'message': result.message,
        'line': step.line if step else result.line,
        'step': step.source() if step else None,
        'page': page_json(root, result.where),
        'hollow': hollow_reason(case, unresolved) if result.passed else None,
        'output': output.text(),
        'requests': trace.requests,
        'uses': trace.uses(),
        'covered': trace.covered(),
    }


def read_suite(app_testing, path):
    """The tests of a file; of a text that was read before, as they were: a run only reads them."""
    text = path.read_text(encoding='utf-8')
    known = _suites.get(str(path))
    if known is None or known[0] != text:
        known = _suites[str(path)] = (text, app_testing.parse_test_source(text, str(path)))
    return known[1]


def need_tests():
    known = sys.modules.get('quantum.runtime.app_testing')
    if known is not None and server_world.is_installed(known):
        return known
    need_framework()
    try:
        from quantum.runtime import app_testing
    except ImportError:
        raise without_tests() from None
    server_world.install(app_testing)
    return app_testing


def root_param(params):
    root = path_param(params, 'root')
    if root is None:
        raise invalid_params('root is needed: the folder of the application.')
    if not os.path.isdir(root):
        raise BridgeError('unreadable', 'There is no folder %s.' % root)
    return root


def file_json(root, path, application):
    file = relative(root, path)
    if application is None:
        return {'file': file, 'tests': [], 'error': {'message': no_application(file), 'line': None}}
    stamp = stamp_of(path)
    known = _known.get((root, str(path)))
    if stamp is not None and known is not None and known[0] == stamp:
        return known[1]
    read = read_json(file, path)
    # What was written a moment ago may be written again without another time.
    if stamp is not None and time.time_ns() - stamp[0] > CLOCK_TICK_NS:
        _known[root, str(path)] = (stamp, read)
    return read


def stamp_of(path):
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def read_json(file, path):
    try:
        verdict = parse({'path': str(path)})
    except BridgeError as error:
        return {'file': file, 'tests': [], 'error': {'message': error.message, 'line': None}}
    if not verdict['ok']:
        error = verdict['error']
        return {'file': file, 'tests': [], 'error': {'message': error['message'], 'line': error['line']}}
    tests = [{key: test[key] for key in ('name', 'page', 'line')} for test in verdict['tests']]
    return {'file': file, 'tests': tests, 'error': None}


def no_application(file):
    return '%s belongs to no application: there is no quantum.config.yaml in its folder or above it.' % file


def page_json(root, where):
    if not where or not where[0]:
        return None
    # The test is over and so is its working directory: what it told is relative to the application.
    return {'file': relative(root, os.path.join(root, str(where[0]))), 'line': where[1]}


def relative(root, path):
    return os.path.relpath(str(path), os.path.realpath(root)).replace(os.sep, '/')


def hollow_reason(case, unresolved):
    expected = [step.attrs for step in case.steps if step.kind == 'expect']
    if not expected:
        return 'It expects nothing: it has no <test:expect>.'
    if all(holds_on_any_page(attrs) for attrs in expected):
        return 'What it expects holds on an empty page, too: it says what is not there, never what is.'
    return unresolved[0] if unresolved else None


def holds_on_any_page(attrs):
    """Words that are not there, or no words at all; anything else can fail."""
    return not set(attrs) - {'text', 'no-text'} and not attrs.get('text', '').strip()


@contextlib.contextmanager
def captured(output, unresolved):
    """What is printed and logged until the end of the block."""
    logged = Capture(output, unresolved)
    root = logging.getLogger()
    reset_diagnostics()
    logging.disable(logging.NOTSET)
    root.addHandler(logged)
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            yield
    finally:
        root.removeHandler(logged)
        logging.disable(logging.CRITICAL)


class Capture(logging.Handler):
    """Log lines into the test's output; bindings that did not resolve also into a list of their own."""

    def __init__(self, output, unresolved):
        super().__init__(logging.WARNING)
        self._output = output
        self._unresolved = unresolved

    def emit(self, record):
        try:
            message = record.getMessage()
        except Exception:  # arguments that do not fit: the application's slip, not the test's
            message = str(record.msg)
        if record.name == UNRESOLVED_LOGGER:
            self._unresolved.append(message)
        self._output.write('%s %s: %s\n' % (record.levelname, record.name, message))


def reset_diagnostics():
    """The framework tells each problem once a process; each test is to hear of its own."""
    try:
        from quantum.core.expression_diagnostics import reset
    except ImportError:
        return
    reset()
