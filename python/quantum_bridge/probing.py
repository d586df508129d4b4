"""What a page does when a test asks it, as it is and with other texts in its place: what generated tests come from."""

import contextlib
import os
import re
from xml.sax.saxutils import quoteattr

from quantum_bridge.errors import BridgeError
from quantum_bridge.output import BoundedText
from quantum_bridge.page_content import content_of
from quantum_bridge.params import text_param
from quantum_bridge.sent_values import values_for
from quantum_bridge.testing import captured, need_tests, root_param
from quantum_bridge.warmth import freeze_once

MOST_CRAWLED = 40


def probe(params):
    """{root, file, pattern, address, role, action, variants: [text]} → {address, form, before, seen: [observation]}.

    The first observation is of the page as it stands, the others of each text in its place. form: what was sent.
    before: the tables as they were. Each in a world of its own, as a test has it.
    """
    root = root_param(params)
    app_testing = need_tests()
    freeze_once()
    file = os.path.realpath(os.path.join(root, text_param(params, 'file') or ''))
    action, role = text_param(params, 'action'), text_param(params, 'role')
    with captured(BoundedText(), []):
        address = text_param(params, 'address') or found_address(app_testing, root, params, role)
        form, before = None, {}
        if action is not None:
            form, before = form_of(app_testing, root, file, address, role, action)
        seen = []
        for text in [None, *params.get('variants', [])]:
            with in_place({file: text}):
                seen.append(observe(app_testing, root, address, role, form))
    return {'address': address, 'form': form, 'before': before, 'seen': seen}


def try_test(params):
    """{root, file, name, source, page, variants: [text | null]} → {results: [{passed, message}]}.

    Runs the test in `source`, which is not written yet, with each text in the place of `page`.
    """
    from pathlib import Path

    root = root_param(params)
    app_testing = need_tests()
    freeze_once()
    page = os.path.realpath(os.path.join(root, text_param(params, 'page') or ''))
    path = Path(root, text_param(params, 'file') or '').resolve()
    try:
        suite = app_testing.parse_test_source(text_param(params, 'source') or '', str(path))
    except app_testing.TestParseError as error:
        raise BridgeError('unreadable', str(error).split('\n')[0]) from None
    case = next(one for one in suite.tests if one.name == text_param(params, 'name'))
    results = []
    for text in params.get('variants', []):
        with captured(BoundedText(), []), in_place({page: text}):
            result = app_testing.run_test(case, path, Path(root))
        results.append({'passed': result.passed, 'message': result.message})
    return {'results': results}


@contextlib.contextmanager
def in_place(texts):
    """The parser reads these texts instead of the files; None: the file."""
    from quantum.core.parser import QuantumParser

    original = QuantumParser.parse_file

    def parse_file(self, file_path, use_cache=None):
        path = os.path.realpath(file_path)
        text = texts.get(path)
        if text is None:
            return original(self, file_path, use_cache)
        self._source_path = path
        return self.parse(text)

    QuantumParser.parse_file = parse_file
    try:
        yield
    finally:
        QuantumParser.parse_file = original


def case_at(app_testing, address, role, submit):
    who = '<test:as user="Tester" id="1"%s/>' % (' role=%s' % quoteattr(role) if role else '')
    sent = ''
    if submit is not None:
        sent = '<test:submit %s/>' % ' '.join('%s=%s' % (key, quoteattr(value)) for key, value in submit.items())
    source = '<q:test name="probe" page=%s>%s<test:visit/>%s</q:test>' % (
        quoteattr(address),
        who if role is not None else '',
        sent,
    )
    return app_testing.parse_test_source(source, 'probe.test.q').tests[0]


@contextlib.contextmanager
def probed(app_testing, root, address, role, submit):
    """A run of these steps that goes on after an answer of 400 and more."""
    from pathlib import Path

    try:
        world = app_testing.TestWorld(Path(root))
    except app_testing.StepFailure as error:
        raise BridgeError('unsupported', str(error)) from None
    try:
        run = app_testing.TestRun(case_at(app_testing, address, role, submit), world)
        failure = None
        for step in run.test.steps:
            run.step = step
            try:
                getattr(run, '_' + step.kind)(step)
            except app_testing.StepFailure as error:
                failure = str(error)
                break
        yield world, run, failure
    finally:
        world.close()


def observe(app_testing, root, address, role, form):
    """{status, location, runs, text, flash, errors, tables, failure} after the last step."""
    with probed(app_testing, root, address, role, form) as (world, run, failure):
        last = run.last or {}
        flash, state = last.get('flash'), last.get('form_state') or {}
        html = last.get('page_html') or ''
        return {
            'status': last.get('status') or 0,
            'location': app_testing._local_url(last['location'], keep_fragment=True) if last.get('location') else None,
            'runs': content_of(html).runs,
            'text': app_testing.page_text(html),
            'flash': flash.get('message') if isinstance(flash, dict) else None,
            'errors': {str(key): str(value) for key, value in (state.get('errors') or {}).items()},
            'tables': tables_of(world),
            'failure': failure,
        }


def form_of(app_testing, root, file, address, role, action):
    """What a person would send to the action: the page's own form filled in; and the tables before that."""
    from quantum.core.parser import QuantumParser

    page = QuantumParser().parse_file(file)
    actions = [node for node in page.statements if type(node).__name__ == 'ActionNode' and node.name == action]
    if not actions:
        raise BridgeError('no-such-action', 'The page has no action “%s”.' % action)
    with probed(app_testing, root, address, role, None) as (world, run, _failure):
        fields = content_of((run.last or {}).get('page_html') or '').fields_for(action)
        before = tables_of(world)
    return {'action': action, **values_for(actions[0].params, fields)}, before


def tables_of(world):
    """{table: rows} of the databases of the world."""
    from quantum.runtime.db_schema import read_schema

    counts = {}
    for path in world.databases.values():
        connection = world.connect(path)
        try:
            for name in read_schema(connection):
                if not name.startswith('quantum_'):
                    counts[name] = connection.execute('SELECT COUNT(*) FROM "%s"' % name).fetchone()[0]
        finally:
            connection.close()
    return counts


def found_address(app_testing, root, params, role):
    """An address of the page: its own, or the first of that form that the application links to from its front."""
    pattern = text_param(params, 'pattern') or '/'
    if '[' not in pattern:
        return pattern
    parts = re.split(r'(\[[^\]]+\])', pattern)
    wanted = re.compile(''.join('.+' if one.startswith('[...') else '[^/]+' if one.startswith('[') else re.escape(one) for one in parts))
    with probed(app_testing, root, '/', role, None) as (world, run, _failure):
        waiting, seen = ['/'], {'/'}
        while waiting and len(seen) <= MOST_CRAWLED:
            answer = world.client.get(waiting.pop(0))
            for link in content_of(answer.get_data(as_text=True)).links:
                path = re.split('[?#]', link)[0]
                if not path.startswith('/') or path.startswith(('//', '/static')) or path in seen:
                    continue
                if wanted.fullmatch(path):
                    return path
                seen.add(path)
                waiting.append(path)
    raise BridgeError('no-address', 'No page links to an address of the form %s: say which to ask for.' % pattern)
