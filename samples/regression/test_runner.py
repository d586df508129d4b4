"""Runs the regression suite of this checkout on the installed quantum-framework.

    python test_runner.py                    all suites
    python test_runner.py --feature loops    one of them
    python test_runner.py --verbose          results and tracebacks, too

A test is one page of `examples/`: it passes when it is parsed, run and drawn, and each of its actions is run
with the defaults of its parameters, without anything failing on the way.
"""

import argparse
import sqlite3
import sys
import traceback
from pathlib import Path

from quantum.core.ast_nodes import ActionNode, HTMLNode
from quantum.core.parser import QuantumParser
from quantum.runtime.action_handler import ActionHandler
from quantum.runtime.component import ComponentRuntime
from quantum.runtime.renderer import HTMLRenderer

ROOT = Path(__file__).resolve().parent
DATABASE = ROOT / 'test_data' / 'quantum_test.db'
LINE = '=' * 70

SUITES = {
    'conditionals': ('Conditionals', 'q:if, q:else, q:elseif'),
    'loops': ('Loops', 'q:loop over ranges, arrays and lists'),
    'databinding': ('Databinding', 'Names and calculations between braces'),
    'state': ('State Management', 'q:set and its operations'),
    'functions': ('Functions', 'q:function: parameters, results, recursion'),
    'validation': ('Validation', 'The rules of q:set'),
    'query': ('Database Query', 'q:query on SQLite: rows, parameters, pages'),
    'invoke': ('Invocation', 'q:invoke of functions and addresses'),
    'data': ('Data Import', 'q:data from CSV, JSON and XML'),
    'logging': ('Logging', 'q:log: levels, conditions, values'),
    'dump': ('Dump', 'q:dump in its formats'),
    'actions': ('Forms & Actions (Phase A)', 'q:action, q:redirect, q:flash'),
    'transactions': ('Database Transactions (Phase D)', 'q:transaction: committed, isolated, taken back'),
    'sessions': ('Session Management (Phase F)', 'session, application and request'),
    'authentication': ('Authentication (Phase G)', 'Passwords, roles, signing out'),
    'uploads': ('File Uploads (Phase H)', 'q:file and its folder'),
    'emails': ('Email Sending (Phase I)', 'q:mail: recipients, copies, refusals'),
    'htmx': ('HTMX Partials (Phase B)', 'Markup that loads its parts'),
    'islands': ('Islands Architecture (Phase E)', 'Markup that lives on in the browser'),
}


def suite_of(name):
    """The suite that takes a file, by its name; None: none does."""
    if name.startswith('test-action-'):
        return 'actions'
    if name.startswith('test-transaction-'):
        return 'transactions'
    if name.startswith(('test-session-', 'test-application-', 'test-request-')):
        return 'sessions'
    if name.startswith('test-auth-'):
        return 'authentication'
    if name.startswith('test-upload-'):
        return 'uploads'
    if name.startswith('test-email-'):
        return 'emails'
    if name.startswith('test-htmx-'):
        return 'htmx'
    if name.startswith('test-island-'):
        return 'islands'
    if name.startswith(('test-if-', 'test-else', 'test-conditionals')):
        return 'conditionals'
    if name.startswith('test-loop-'):
        return 'loops'
    if name.startswith('test-databinding-'):
        return 'databinding'
    if name.startswith('test-function-'):
        return 'functions'
    if name.startswith('test-set-') and 'validation' not in name:
        return 'state'
    if name.startswith('test-set-'):
        return 'validation'
    if name.startswith('test-query-'):
        return 'query'
    if name.startswith('test-invoke-'):
        return 'invoke'
    if name.startswith('test-data-'):
        return 'data'
    if name.startswith('test-log-'):
        return 'logging'
    if name.startswith('test-dump-'):
        return 'dump'
    return None


def has_to_fail(name):
    """A test that shows a refusal: it passes by failing."""
    return (name.startswith('test-set-validation-') and 'invalid' in name) or name == 'test-conditionals.q'


class Failed(Exception):
    """An action of the page did not go well."""


def make_database():
    """The users and entries that the tests of queries and transactions share, in the order they run."""
    try:
        DATABASE.parent.mkdir(exist_ok=True)
        DATABASE.unlink(missing_ok=True)
        with sqlite3.connect(DATABASE) as connection:
            connection.executescript((ROOT / 'examples' / 'data' / 'database.sql').read_text(encoding='utf-8'))
        connection.close()
    except (OSError, sqlite3.Error) as error:
        print(f'[Warning] Could not setup test database: {error}')
        print('         Query tests will use fallback (may fail)\n')
        return
    print(f'[OK] Test database created: {DATABASE}')
    print('   - 10 test users')
    print('   - 9 activity log entries')
    print('[Test Database] SQLite test database ready\n')


def run_page(path):
    """The result of a page, once it was drawn and its actions were run."""
    page = QuantumParser().parse_file(str(path))
    runtime = ComponentRuntime()
    # `test-sqlite` is the database of this run, wherever the configuration says it lies.
    runtime.database_service.local_datasources['test-sqlite'] = {'driver': 'sqlite', 'database': str(DATABASE)}
    result = runtime.execute_component(page)
    if any(isinstance(statement, HTMLNode) for statement in page.statements):
        HTMLRenderer(
            runtime.execution_context, function_resolver=runtime._resolve_expression_function, config=runtime.config
        ).render(page)
    run_actions(page, runtime)
    return result


def run_actions(page, runtime):
    """Each action of a page once, as a form that was sent empty."""
    actions = [statement for statement in page.statements if isinstance(statement, ActionNode)]
    if not actions:
        return
    from flask import Flask, session

    server = Flask('regression')
    server.secret_key = 'regression'
    for action in actions:
        with server.test_request_context('/', method='POST', data={'action': action.name}):
            _, status = ActionHandler(runtime).handle_action(action)
            refused = session.get('form_state', {}).get('errors')
            if refused:
                raise Failed(f'the action {action.name} refused its own defaults: {refused}')
            if status >= 400:
                raise Failed(f'the action {action.name} answered {status}: {session.get("flash_message", "")}')


def run_suite(key, files, verbose):
    """Runs the tests of a suite; (passed, total)."""
    title, description = SUITES[key]
    print(f'\n{LINE}\nFeature: {title}\nDescription: {description}\nTests: {len(files)}\n{LINE}\n')
    passed = 0
    for path in files:
        error, trace, result = None, '', None
        try:
            result = run_page(path)
        except Exception as failure:
            error = f'{type(failure).__name__}: {failure}'
            trace = f'\n{traceback.format_exc()}' if verbose else ''
        if has_to_fail(path.name):
            good = error is not None
            print(f'  PASS {path.name} (expected failure)' if good else f'  FAIL {path.name} (should have failed but passed)')
        elif error is None:
            good = True
            print(f'  PASS {path.name}')
            if verbose:
                print(f'       Result: {result}')
        else:
            good = False
            print(f'  FAIL {path.name}')
            print(f'       Error: {error}{trace}')
        passed += good
    return passed, len(files)


def discover(folder):
    """The files of each suite, by name; a file no suite takes is none of them."""
    found = {key: [] for key in SUITES}
    if not folder.is_dir():
        print(f'ERROR: Examples directory not found: {folder}')
        return found
    for path in sorted(folder.glob('test-*.q')):
        key = suite_of(path.name)
        if key is not None:
            found[key].append(path)
    return found


def main():
    options = argparse.ArgumentParser(description='Run the regression suite')
    options.add_argument('--feature', help='only this suite')
    options.add_argument('--verbose', '-v', action='store_true', help='results and tracebacks, too')
    options.add_argument('--examples-dir', default='examples', help='where the tests are')
    chosen = options.parse_args()

    found = discover(Path(chosen.examples_dir))
    if chosen.feature is None:
        print(f'\n{LINE}\nQUANTUM LANGUAGE - REGRESSION TEST SUITE\n{LINE}')
        make_database()
        wanted = [key for key in SUITES if found[key]]
    elif chosen.feature not in SUITES:
        print(f"ERROR: Unknown feature '{chosen.feature}'")
        print(f'Available features: {", ".join(SUITES)}')
        wanted = []
    elif not found[chosen.feature]:
        print(f"WARNING: No tests found for feature '{chosen.feature}'")
        wanted = []
    else:
        if chosen.feature == 'query':
            make_database()
        wanted = [chosen.feature]

    counts = {key: run_suite(key, found[key], chosen.verbose) for key in wanted}
    passed = sum(count for count, _ in counts.values())
    total = sum(count for _, count in counts.values())
    print(f'\n{LINE}\nSUMMARY\n{LINE}')
    for key, (good, all_of_them) in counts.items():
        status = 'PASS' if good == all_of_them else 'FAIL'
        print(f'  {status:4} {SUITES[key][0]:20} {good:3}/{all_of_them:3} tests passed')
    percentage = passed / total * 100 if total else 0
    print(f'\n{LINE}\nTOTAL: {passed}/{total} tests passed ({percentage:.1f}%)\n{LINE}\n')
    print('SUCCESS: All tests passed!' if passed == total else f'FAILURE: {total - passed} test(s) failed')
    sys.exit(0 if passed == total else 1)


if __name__ == '__main__':
    main()
