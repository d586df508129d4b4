"""What a page can be asked for, and requests to it with all they led to: the try-out."""

import copy
import time
from urllib.parse import urljoin, urlsplit

from quantum_bridge import overlay
from quantum_bridge.component_form import options_of as enum_of
from quantum_bridge.component_form import type_of
from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.framework import need_framework
from quantum_bridge.output import BoundedText
from quantum_bridge.params import local_path, path_param, text_param
from quantum_bridge.rendering import (
    MOST_REDIRECTS,
    error_of,
    flash_of,
    form_data,
    texts_param,
    the_world,
)
from quantum_bridge.sessions import session_data
from quantum_bridge.testing import captured, root_param

REDIRECTS = (301, 302, 303, 307, 308)
HOST = 'localhost'
RULES = ('min', 'max', 'minlength', 'maxlength', 'pattern', 'range', 'accept', 'maxsize')


def form(params):
    """{root, path, texts, fresh, servers} → {actions, functions}, each with the fields it takes.

    The rules are the framework's own: an action over a table has those of the table's columns.
    """
    root, path = root_param(params), path_param(params, 'path')
    if path is None:
        raise invalid_params('path must be the absolute path of a page.')
    need_framework()
    overlay.install()
    overlay.set_texts(texts_param(params))
    world = the_world(root, params)
    from quantum.core.ast_nodes import ActionNode
    from quantum.core.parser import QuantumParseError

    try:
        page = world.server.parser.parse_file(path)
    except (OSError, QuantumParseError) as error:
        raise BridgeError('unreadable', str(error).split('\n')[0]) from None
    actions = [one for one in getattr(page, 'statements', []) if isinstance(one, ActionNode)]
    return {
        'actions': [action_json(world.server, one) for one in actions],
        'functions': [function_json(one) for one in functions_of(page)],
    }


def action_json(server, action):
    from quantum.runtime.action_handler import ActionHandler
    from quantum.runtime.table_params import TableParamsError, params_of

    try:
        params = params_of(action, server.config)
    except TableParamsError as error:
        raise BridgeError('unreadable', 'The action %s: %s' % (action.name, error)) from None
    secret = ActionHandler._secret_fields(action)
    return {
        'name': action.name,
        'method': str(getattr(action, 'method', None) or 'POST').upper(),
        'params': [
            dict(param_json(one), options=options_of(server, action, one), secret=one.name in secret)
            for one in params
        ],
    }


def functions_of(page):
    """Those that can be called: of two with one name, the framework calls the last."""
    return list({one.name: one for one in getattr(page, 'functions', [])}.values())


def function_json(function):
    from quantum.runtime.action_handler import ActionHandler

    secret = ActionHandler._secret_fields(function)
    return {
        'name': function.name,
        'returns': str(function.return_type or 'any').lower(),
        'description': function.description or None,
        'params': [
            dict(param_json(one), options=values_of(one), secret=one.name in secret) for one in function.params
        ],
    }


def values_of(param):
    """What a parameter of a function may be, where that is a list: no tick says whether it is passed at all."""
    values = ['true', 'false'] if type_of(param) == 'boolean' else enum_of(param)
    return [{'value': one, 'label': one} for one in values]


def param_json(param):
    return {
        'name': param.name,
        'type': str(param.type or 'string').lower(),
        'required': bool(param.required),
        'default': None if param.default is None else str(param.default),
        'rules': {
            rule: str(getattr(param, rule)) for rule in RULES if getattr(param, rule, None) is not None
        },
    }


def options_of(server, action, param):
    """Values of an enum, or the rows that a foreign key may name."""
    reference = getattr(param, 'references', None)
    if not reference:
        return [{'value': one, 'label': one} for one in enum_of(param)]
    from quantum.runtime.table_params import reference_options

    found = reference_options(server.config, action.table_datasource, reference)
    return [{'value': str(value), 'label': str(label)} for value, label in found]


def send(params):
    """{root, url, method, form, from, texts, session, fresh, servers, reset, follow} → all it led to.

    {steps, fieldErrors, html, unresolved, output}: the request and each redirect as a step
    {method, url, status, ms, headers, action, queries, flash, error}. Each call is a visitor of its own;
    `from` is the page whose form it is (Referer).
    """
    root = root_param(params)
    url, method = text_param(params, 'url') or '/', (text_param(params, 'method') or 'GET').upper()
    need_framework()
    overlay.install()
    overlay.set_texts(texts_param(params))
    output, unresolved = BoundedText(), []
    with captured(output, unresolved):
        world = the_world(root, params)
        visitor = Visitor(world, root, local_path(text_param(params, 'from') or url))
        visitor.become(params.get('session'))
        response, errors = visitor.send(method, local_path(url), params.get('form'), params.get('follow', True))
    return {
        'steps': visitor.steps,
        'fieldErrors': [{'name': name, 'message': str(message)} for name, message in errors.items()],
        'html': response.get_data().decode('utf-8', 'replace'),
        'unresolved': list(dict.fromkeys(unresolved)),
        'output': output.text(),
    }


def placed(error):
    """The error with the names that the API has."""
    if error is None:
        return None
    return {'filePath': error['file'], **{key: error[key] for key in ('message', 'line', 'column')}}


class Visitor:
    """A browser of its own in front of the world's server: nobody else's session is touched."""

    def __init__(self, world, root, page):
        self.steps = []
        self._world, self._root, self._page = world, root, page
        self._client = world.server.app.test_client()

    def become(self, session):
        if session is None:
            return
        with self._client.session_transaction() as stored:
            stored['quantum_session'] = session_data(session)

    def send(self, method, url, form, follow):
        """The last response, and what the action's rules said of the fields."""
        options = {} if method in ('GET', 'HEAD') or form is None else {'data': form_data(form)}
        response = self._open(method, url, options)
        with self._client.session_transaction() as stored:
            errors = copy.deepcopy((stored.get('form_state') or {}).get('errors') or {})
        while follow and response.status_code in REDIRECTS and len(self.steps) <= MOST_REDIRECTS:
            target = urlsplit(urljoin('http://%s%s' % (HOST, url), response.headers.get('Location', '/')))
            if target.netloc != HOST:
                break
            url = target.path + ('?' + target.query if target.query else '')
            if response.status_code not in (307, 308):
                method, options = 'GET', {}
            elif form is not None:
                options = {'data': form_data(form)}
            response = self._open(method, url, options)
        return response, errors

    def _open(self, method, url, options):
        panel = self._world.server.dev_panel
        panel.requests.clear()
        began = time.perf_counter()
        referer = 'http://%s%s' % (HOST, self._page)
        response = self._client.open(url, method=method, headers={'Referer': referer}, **options)
        ms = (time.perf_counter() - began) * 1000
        record = panel.requests[0] if panel.requests else {}
        self.steps.append({
            'method': method,
            'url': url,
            'status': response.status_code,
            'ms': round(ms, 2),
            'headers': [
                {'name': name, 'value': value}
                for name, value in response.headers.items()
                if name != 'Set-Cookie'
            ],
            'action': record.get('action'),
            'queries': record.get('queries') or [],
            'flash': flash_of(record),
            'error': placed(error_of(self._root, record, response)),
        })
        return response
