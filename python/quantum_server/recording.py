"""What each request did: its page, the files it was made of, its queries, its error, how long it took."""

import contextvars
import itertools
import logging
import os
import re
import time

REQUEST_LINE = re.compile(r'^[A-Z]+ \S+ (\x1b\[\d+m)?\d{3}(\x1b\[0m)? \d+ms$')
"""The framework's own line for a request, which is told with more."""
ID_HEADER = 'X-Quantum-Admin-Request'

_current = contextvars.ContextVar('quantum_admin_request', default=None)


class Request:
    def __init__(self):
        self.start = time.perf_counter()
        self.files = {}
        self.error = None
        """(exception, the page's file)"""


class Recorder:
    def __init__(self, teller, root, place_of, first=1):
        self._teller = teller
        self._root = root
        self._place_of = place_of
        self._numbers = itertools.count(first)

    def watch(self, app, parser_class):
        """From now on each request of the Flask app is told, with the files the parser read for it."""
        read = parser_class.parse_file

        def parse_file(parser, path, *args, **options):
            request = _current.get()
            if request is not None:
                request.files[os.path.realpath(str(path))] = None
            return read(parser, path, *args, **options)

        parser_class.parse_file = parse_file
        app.before_request(self._began)
        app.after_request(self._ended)

    def note_error(self, error, file):
        request = _current.get()
        if request is not None and request.error is None:
            request.error = (error, file)

    def _began(self):
        _current.set(Request())

    def _ended(self, response):
        from flask import request as flask_request

        request = _current.get()
        if request is None or flask_request.path == '/health':
            return response
        _current.set(None)
        number = next(self._numbers)
        response.headers[ID_HEADER] = str(number)
        record = framework_record()
        error = self._error_of(request, record) if response.status_code >= 400 else None
        told = {
            'n': number,
            'method': flask_request.method,
            'path': flask_request.full_path.rstrip('?'),
            'status': response.status_code,
            'ms': round((time.perf_counter() - request.start) * 1000, 1),
            'component': self._relative(record.get('component')),
            'action': record.get('action'),
            'files': [self._relative(file) for file in request.files],
            'queries': [
                {key: query.get(key) for key in ('datasource', 'sql', 'ms', 'rows', 'error')}
                for query in record.get('queries', [])
            ],
            'error': error,
        }
        self._teller.tell('request', request=told)
        return response

    def _error_of(self, request, record):
        page = record.get('component')
        if request.error is not None:
            error, file = request.error
            # Releases before 0.17 tell of no page; what the parser read last is what failed.
            read = next(reversed(request.files), None)
            place = self._place_of(error, file or page or read, self._root)
            return {'message': first_line(error), 'place': place}
        if record.get('error'):
            where = record.get('where') or (page, None)
            error = FrameworkError(record['error'], *where)
            return {'message': record['error'], 'place': self._place_of(error, page, self._root)}
        return None

    def _relative(self, file):
        if not file:
            return None
        return os.path.relpath(os.path.realpath(str(file)), self._root).replace(os.sep, '/')


class FrameworkError(Exception):
    """An error of which the framework kept the message and the line only."""

    def __init__(self, message, file, line):
        super().__init__(message)
        self.quantum_file = file
        self.quantum_line = line


def first_line(error):
    text = str(error).split('\n  at line')[0].strip()
    return text or type(error).__name__


def framework_record():
    """What the framework's own panel knows of the request so far."""
    try:
        from quantum.runtime import dev_panel

        return dev_panel._CURRENT.get() or {}
    except (ImportError, AttributeError):
        return {}


class LogTeller(logging.Handler):
    """Log lines of the application and of the framework, and the errors that are only logged."""

    def __init__(self, teller, recorder):
        super().__init__()
        self._teller = teller
        self._recorder = recorder

    def emit(self, record):
        try:
            message = record.getMessage()
        except Exception:  # arguments that do not fit: the application's slip
            message = str(record.msg)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._recorder.note_error(error, None)
        if record.name == 'quantum.server' and REQUEST_LINE.match(message):
            return
        trace = logging.Formatter().formatException(record.exc_info) if error is not None else None
        self._teller.tell('log', level=record.levelname, logger=record.name, message=message, trace=trace)
