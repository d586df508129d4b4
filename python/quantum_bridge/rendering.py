"""Pages as the application's own server draws them, from texts that are not saved yet."""

import base64
import os
import time
from urllib.parse import urljoin, urlsplit

from quantum_bridge import overlay
from quantum_bridge.component_call import ComponentCall
from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.framework import need_framework
from quantum_bridge.observing import recorded
from quantum_bridge.output import BoundedText
from quantum_bridge.params import local_path, path_param, text_param
from quantum_bridge.parsing import parse
from quantum_bridge.sessions import session_data
from quantum_bridge.testing import captured, relative, root_param
from quantum_bridge.world import World

MOST_REDIRECTS = 10
UNTITLED = 'untitled.q'
MOST_ASSET_BYTES = 4 * 1024 * 1024

_world = None


def render(params):
    """{root, url, method, form, texts, session, fresh, servers, reset, follow, component, untitled} →
    what a browser would get.

    {status, url, headers, html, ms, redirects, files, values, queries, unresolved, flash, scopes, error, output,
    component, standIn}. `component` {path, props, slots} is drawn alone, `untitled` {path, text} as the page it
    would be: either answers whatever the address is.
    @raises BridgeError `outdated`: Python or configuration changed, a new process is needed.
    """
    root = root_param(params)
    url, method = text_param(params, 'url') or '/', (text_param(params, 'method') or 'GET').upper()
    local_path(url)
    need_framework()
    overlay.install()
    overlay.set_texts(texts_param(params))
    output, unresolved = BoundedText(), []
    with captured(output, unresolved):
        world = the_world(root, params)
        call = call_of(world, params)
        if call is not None and call.error is not None:
            return broken(url, call.error, output)
        stand_in = call.path if call is not None else untitled_path(world, params)
        session_of(world, params)
        began = time.perf_counter()
        with recorded() as record, world.answering_with(stand_in, url):
            response, redirects = answer(world, method, url, params)
        ms = (time.perf_counter() - began) * 1000
    request = world.server.dev_panel.requests[0] if world.server.dev_panel.requests else {}
    error = error_of(root, request, response)
    place = None if stand_in is None else relative(root, stand_in)
    if error is not None and call is not None and error['file'] == place:
        error = call.placed(error)
    body = response.get_data()
    return {
        'status': response.status_code,
        'url': redirects[-1]['to'] if redirects and params.get('follow', True) else url,
        'headers': [
            {'name': name, 'value': value}
            for name, value in response.headers.items()
            if name != 'Set-Cookie'
        ],
        'html': body.decode('utf-8', 'replace'),
        'ms': round(ms, 2),
        'redirects': redirects,
        'files': [relative(root, path) for path in overlay.files],
        'values': record.as_json(),
        'queries': request.get('queries') or [],
        'unresolved': list(dict.fromkeys(unresolved)),
        'flash': flash_of(request),
        'scopes': request.get('scopes') or {},
        'error': error,
        'output': output.text(),
        'component': None if call is None else call.as_json(),
        'standIn': place,
    }


def call_of(world, params):
    """The call of the component that is to be drawn alone; its page is in the overlay from now on."""
    given = params.get('component')
    if given is None:
        return None
    if not isinstance(given, dict):
        raise invalid_params('component must be an object.')
    call = ComponentCall(world, given)
    if call.error is None:
        overlay.texts[call.path] = call.text
    return call


def untitled_path(world, params):
    """The file that a page without one would be; its text is in the overlay from now on."""
    given = params.get('untitled')
    if given is None:
        return None
    text = text_param(given, 'text') if isinstance(given, dict) else None
    if text is None:
        raise invalid_params('untitled must be {path, text}.')
    path = os.path.realpath(path_param(given, 'path') or os.path.join(world.components, UNTITLED))
    overlay.texts[path] = text
    return path


def broken(url, error, output):
    """The answer for a component whose text the framework refuses: nothing was drawn."""
    return {
        **{'status': 400, 'url': url, 'headers': [], 'html': '', 'ms': 0, 'redirects': [], 'files': []},
        **{'values': [], 'queries': [], 'unresolved': [], 'flash': None, 'scopes': {}, 'error': error},
        **{'output': output.text(), 'component': None, 'standIn': None},
    }


def asset(params):
    """{root, url} → {status, type, base64} of a file the page asks for, as the server answers it."""
    root_param(params)
    url = text_param(params, 'url')
    if url is None or not url.startswith('/') or url.startswith('//'):
        raise invalid_params('url must be a path of the application.')
    if _world is None:
        raise BridgeError('no-world', 'No page was rendered yet.')
    response = _world.client.get(url)
    body = response.get_data()
    if len(body) > MOST_ASSET_BYTES:
        return {'status': 413, 'type': 'text/plain', 'base64': ''}
    return {
        'status': response.status_code,
        'type': response.content_type or 'application/octet-stream',
        'base64': base64.b64encode(body).decode('ascii'),
    }


def texts_param(params):
    texts = params.get('texts') or {}
    if not isinstance(texts, dict) or not all(
        isinstance(path, str) and os.path.isabs(path) and isinstance(text, str)
        for path, text in texts.items()
    ):
        raise invalid_params('texts must be an object: absolute path → text.')
    return texts


def the_world(root, params):
    global _world
    key = (os.path.realpath(root), params.get('fresh') is True, params.get('servers') is True)
    if _world is not None and _world.outdated():
        raise BridgeError('outdated', 'The configuration or a Python module of the application has changed.')
    if _world is None or _world.key != key or params.get('reset') is True:
        if _world is not None:
            _world.close()
            _world = None
        _world = World(*key)
    return _world


def session_of(world, params):
    """{user, role, id, values}: the session the page is to see; without it the last one goes on."""
    session = params.get('session')
    if session is None:
        return
    data = session_data(session)
    with world.client.session_transaction() as stored:
        stored.clear()
        stored['quantum_session'] = data


def answer(world, method, url, params):
    """The response, and the redirects on the way to it; followed as a browser does unless `follow` is false."""
    form = params.get('form')
    options = {} if method in ('GET', 'HEAD') or form is None else {'data': form_data(form)}
    redirects = []
    headers = [*headers_of(params), ('Referer', 'http://localhost' + world.page)]
    response = world.client.open(url, method=method, headers=headers, **options)
    while response.status_code in (301, 302, 303, 307, 308) and len(redirects) < MOST_REDIRECTS:
        target = urlsplit(urljoin('http://localhost' + url, response.headers.get('Location', '/')))
        to = target.path + ('?' + target.query if target.query else '')
        redirects.append({'status': response.status_code, 'to': to, 'outside': target.netloc != 'localhost'})
        if target.netloc != 'localhost' or params.get('follow', True) is False:
            break
        if response.status_code not in (307, 308):
            method, options = 'GET', {}
        url = to
        response = world.client.open(url, method=method, headers=headers, **options)
    if method == 'GET':
        world.page = url
    return response, redirects


def form_data(form):
    """[[name, text] | [name, {name, base64}]] → what werkzeug's client sends."""
    import io

    from werkzeug.datastructures import MultiDict

    data = MultiDict()
    for name, value in form:
        if isinstance(value, dict):
            value = (io.BytesIO(base64.b64decode(value.get('base64') or '')), value.get('name') or 'file')
        data.add(name, value)
    return data


def headers_of(params):
    return [(str(name), str(value)) for name, value in params.get('headers') or []]


def flash_of(request):
    flash = request.get('flash')
    if not flash:
        return None
    return {'message': str(flash.get('message', '')), 'type': str(flash.get('type', 'info'))}


def error_of(root, request, response):
    """What broke, with its place: {message, file, line, column}; null for a page that came out well."""
    message = request.get('error')
    if message is None:
        return None
    file, line = (request.get('where') or (None, None))[:2]
    column = None
    path = os.path.realpath(os.path.join(root, str(file))) if file else None
    if response.status_code == 400 and path is not None:
        verdict = parse({'path': path, 'text': overlay.texts.get(path)})
        if not verdict['ok']:
            found = verdict['error']
            message, line, column = found['message'], found['line'], found['column']
    return {
        'message': str(message),
        'file': relative(root, path) if path else None,
        'line': line,
        'column': column,
    }
