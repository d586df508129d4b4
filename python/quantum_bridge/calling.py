"""A function called by itself: where its component runs, with all it did there."""

import json
import os
import re
import time
from urllib.parse import parse_qsl, urlsplit

from quantum_bridge import overlay
from quantum_bridge.component_call import ComponentCall, is_structure
from quantum_bridge.component_form import STRUCTURES, type_of
from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.framework import need_framework
from quantum_bridge.output import BoundedText
from quantum_bridge.params import local_path, path_param, text_param
from quantum_bridge.rendering import texts_param, the_world
from quantum_bridge.sending import Visitor, functions_of, placed
from quantum_bridge.testing import captured, relative, root_param

LONGEST_VALUE = 100_000
KINDS = ((bool, 'boolean'), (int, 'integer'), (float, 'number'), (str, 'text'), ((list, tuple), 'list'), (dict, 'object'))

_wanted = None
_installed = False


def call(params):
    """{root, path, route, name, arguments, url, session, texts, fresh, servers, reset} → all it led to.

    {steps, call, unresolved, output}. The page is asked for at `url` as that visitor, and its function is called
    when its statements have run, as `q:invoke` would: with `arguments` [[name, text]], expressions in braces. A
    component that answers no address (`route` null), or that needs props, is called by a page as a preview has it.
    `call` {name, ms, queries, value {type, text} or null, error} is null where the page did not get that far, and has
    neither value nor error where the function ended the page by a redirect.
    """
    root, path = root_param(params), path_param(params, 'path')
    name, url = text_param(params, 'name'), local_path(text_param(params, 'url') or '/')
    if path is None or name is None:
        raise invalid_params('path must be the absolute path of a component, name that of a function.')
    need_framework()
    overlay.install()
    overlay.set_texts(texts_param(params))
    output, unresolved = BoundedText(), []
    with captured(output, unresolved):
        world = the_world(root, params)
        page = parsed(world, path)
        wanted = Wanted(root, path, function_of(page, path, name), params.get('arguments') or [])
        stand_in = None
        if is_called(page, text_param(params, 'route'), url):
            component = ComponentCall(world, {'path': path})
            overlay.texts[component.path] = component.text
            stand_in = component.path
        visitor = Visitor(world, root, url)
        visitor.become(params.get('session'))
        with world.answering_with(stand_in, url), watching(wanted):
            visitor.send('GET', url, None, follow=False)
    return {
        'steps': visitor.steps,
        'call': wanted.outcome,
        'unresolved': list(dict.fromkeys(unresolved)),
        'output': output.text(),
    }


def parsed(world, path):
    from quantum.core.parser import QuantumParseError

    try:
        return world.server.parser.parse_file(path)
    except (OSError, QuantumParseError) as error:
        raise BridgeError('unreadable', str(error).split('\n')[0]) from None


def function_of(page, path, name):
    for one in functions_of(page):
        if one.name == name:
            return one
    raise BridgeError('unreadable', '%s has no function “%s”.' % (os.path.basename(path), name))


def is_called(page, route, url):
    """Whether the component runs when a page calls it: its own address, if any, gives it less than it needs."""
    if route is None:
        return True
    given = set(re.findall(r'\[(?:\.\.\.)?([^\]]+)\]', route))
    given.update(name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True))
    return any(one.required and one.default is None and one.name not in given for one in page.params)


class Wanted:
    """The call that is to be made, once, in the component of that path, and what came of it."""

    def __init__(self, root, path, function, arguments):
        self.path = os.path.realpath(path)
        self.outcome = None
        self._root, self._name = root, function.name
        self._params = {one.name: one for one in function.params}
        self._arguments = texts_by_name(arguments)
        for name in self._arguments:
            if name not in self._params:
                raise BridgeError('unreadable', 'The function %s has no parameter “%s”.' % (function.name, name))

    def call(self, runtime, component):
        from quantum.runtime.dev_panel import _CURRENT

        record = _CURRENT.get()
        queries = record['queries'] if record else []
        before = len(queries)
        self.outcome = {'name': self._name, 'ms': 0, 'queries': [], 'value': None, 'error': None}
        bound = {}
        for name, text in self._arguments.items():
            try:
                bound[name] = self._value(runtime, name, text)
            except Exception as error:  # an expression of the person who calls
                self.outcome['error'] = unplaced('%s: %s' % (name, error))
                return
        began = time.perf_counter()
        try:
            value = runtime._execute_function(runtime.get_function(self._name), bound)
            self.outcome['value'] = value_json(value)
        except Exception as error:  # what the function does wrong is the answer; a redirect is none and ends the page
            self.outcome['error'] = placed(self._error(error, component))
        finally:
            self.outcome['ms'] = round((time.perf_counter() - began) * 1000, 2)
            self.outcome['queries'] = queries[before:]
            del queries[before:]

    def _value(self, runtime, name, text):
        if type_of(self._params[name]) in STRUCTURES and is_structure(text):
            return json.loads(text)
        return runtime._apply_databinding(text, runtime.execution_context.get_all_variables())

    def _error(self, error, component):
        from quantum.core.xml_lines import error_location

        file, line = error_location(error)
        return {
            'message': str(error).split('\n  at line')[0],
            'file': relative(self._root, file or self.path),
            'line': line or line_of(component, self._name),
            'column': None,
        }


def unplaced(message):
    """An error of what was given: it stands in no file."""
    return {'message': message, 'filePath': None, 'line': None, 'column': None}


def line_of(component, name):
    """Of the function's tag: the copy among the statements knows it, the one that runs does not."""
    from quantum.core.ast_nodes import FunctionNode

    found = [one for one in component.statements if isinstance(one, FunctionNode) and one.name == name]
    return getattr(found[-1], 'source_line', None) if found else None


def texts_by_name(arguments):
    if not isinstance(arguments, list) or not all(
        isinstance(one, list) and len(one) == 2 and all(isinstance(text, str) for text in one) for one in arguments
    ):
        raise invalid_params('arguments must be a list of [name, text].')
    return dict(arguments)


def value_json(value):
    """{type, text}: a text as it is, structures as JSON."""
    kind = 'nothing' if value is None else next(
        (name for types, name in KINDS if isinstance(value, types)), type(value).__name__
    )
    if isinstance(value, (list, tuple, dict)):
        text = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    else:
        text = '' if value is None else str(value)
    return {'type': kind, 'text': text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE - 1] + '…'}


class watching:
    """Inside of the block the wanted call is made when its component has run."""

    def __init__(self, wanted):
        self._new = wanted

    def __enter__(self):
        global _wanted
        install()
        _wanted = self._new

    def __exit__(self, *_):
        global _wanted
        _wanted = None


def install():
    """Once a process."""
    global _installed
    if _installed:
        return
    _installed = True
    from quantum.runtime.component import ComponentRuntime

    execute = ComponentRuntime.execute_component

    def execute_watched(self, component, params=None):
        result = execute(self, component, params)
        wanted = _wanted
        if wanted is not None and wanted.outcome is None and overlay.path_of(component) == wanted.path:
            wanted.call(self, component)
        return result

    ComponentRuntime.execute_component = execute_watched
