"""One application, served until its stdin ends."""

import json
import logging
import os
import sys
import threading
import traceback

from quantum_bridge.channel import TOO_LONG
from quantum_bridge.errors import BridgeError
from quantum_bridge.framework import need_framework
from quantum_bridge.sessions import session_data
from quantum_server.configuring import LOOPBACK, server_class
from quantum_server.current_pages import keep_current
from quantum_server.places import place_of
from quantum_server.recording import LogTeller, Recorder
from quantum_server.telling import Teller

CONFIG = 'quantum.config.yaml'
NOT_STARTED = 3
"""Exit code: the application cannot be served; why was told."""


def serve(channel):
    teller = Teller(channel)
    lines = channel.lines()
    setup = read(next(lines, b'{}'))
    try:
        application = Application(teller, setup)
    except BaseException as error:
        tell_failure(teller, error)
        os._exit(NOT_STARTED)
    application.begin()
    for line in lines:
        command = read(line)
        if command.get('command') == 'refresh':
            application.refresh(command.get('files') or [], command.get('moved') is True)
            teller.tell('refreshed', id=command.get('id'))
        elif command.get('command') == 'sign':
            cookie = application.cookie_of(command.get('session') or {})
            teller.tell('signed', id=command.get('id'), cookie=cookie)
    # The service is gone, or wants this to end. Requests that run are not waited for.
    os._exit(0)


def read(line):
    try:
        value = json.loads(line) if line is not TOO_LONG else {}
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


class Application:
    """The framework's server over the application in the working directory."""

    def __init__(self, teller, setup):
        QuantumWebServer, QuantumParser = framework()
        from werkzeug.serving import make_server

        self._teller = teller
        self._root = os.path.realpath(os.getcwd())
        recorder = Recorder(teller, self._root, place_of, setup.get('firstRequest') or 1)
        served = server_class(QuantumWebServer, setup.get('secretKey'), recorder.note_error)
        handler = LogTeller(teller, recorder)
        logging.getLogger().addHandler(handler)
        self._quantum = served(CONFIG)
        logging.getLogger('werkzeug').setLevel(logging.ERROR)
        recorder.watch(self._quantum.app, QuantumParser)
        kept = getattr(self._quantum.parser, '_ast_cache', None)
        if kept is not None:
            keep_current(type(kept))
        self._server = make_server(LOOPBACK, 0, self._quantum.app, threaded=True)

    def begin(self):
        threading.Thread(target=self._server.serve_forever, name='server', daemon=True).start()
        self._teller.tell('listening', port=self._server.server_port, pid=os.getpid())

    def refresh(self, files, moved):
        """Files changed: nothing that was made of them is used again. `moved`: some came or went."""
        # Checkouts from before the packages keep nothing.
        if hasattr(self._quantum.parser, 'invalidate_cache'):
            for file in files:
                self._quantum.parser.invalidate_cache(os.path.join(self._root, file))
        # It looks at every file of the project.
        if moved and hasattr(self._quantum, '_build_dynamic_routes'):
            self._quantum._build_dynamic_routes()

    def cookie_of(self, session):
        """The cookie of a visitor with that session, as a browser would send it."""
        app = self._quantum.app
        serializer = app.session_interface.get_signing_serializer(app)
        value = serializer.dumps({'quantum_session': session_data(session)})
        return '%s=%s' % (app.config['SESSION_COOKIE_NAME'], value)


def framework():
    """(server, parser): the classes of the checkout that the application stands in, else of what is installed."""
    source = os.path.join(os.getcwd(), 'src')
    if os.path.isfile(os.path.join(source, 'runtime', 'web_server.py')):
        sys.path.insert(0, source)
        from core.parser import QuantumParser
        from runtime.web_server import QuantumWebServer
    else:
        need_framework()
        from quantum.core.parser import QuantumParser
        from quantum.runtime.web_server import QuantumWebServer
    return QuantumWebServer, QuantumParser


def tell_failure(teller, error):
    if isinstance(error, BridgeError):
        teller.tell('failed', message=error.message, place=None)
        return
    traceback.print_exc(file=sys.stderr)
    mark = getattr(error, 'problem_mark', None) or getattr(error.__cause__, 'problem_mark', None)
    place = None
    if mark is not None:
        place = {'file': CONFIG, 'line': mark.line + 1, 'column': mark.column}
    elif type(error).__name__ in ('ConfigError', 'ConfigEnvError'):
        place = {'file': CONFIG, 'line': None, 'column': None}
    teller.tell('failed', message=str(error).strip() or type(error).__name__, place=place)
