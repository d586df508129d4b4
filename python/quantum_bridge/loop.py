"""One request after the other, each with exactly one answer."""

import json
import traceback

from quantum_bridge import afterwards
from quantum_bridge.call_limit import limited
from quantum_bridge.channel import MAX_LINE_BYTES, TOO_LONG
from quantum_bridge.errors import BridgeError, invalid_params

MAX_DIGITS = 20
"""Longer integers are refused: older Pythons take quadratic time to read them."""


def serve(channel):
    for line in channel.lines():
        if line is not TOO_LONG and not line.strip():
            continue
        channel.send(encoded(answer(line)))
        afterwards.catch_up()


def answer(line):
    """The answer to one line. Never raises: what cannot be read is answered with id null."""
    identity = None
    try:
        request = read(line)
        identity = identity_of(request)
        method = method_of(request)
        params = request.get('params', {})
        if not isinstance(params, dict):
            raise invalid_params('params must be an object.')
        with limited():
            result = method(params)
        return {'id': identity, 'result': result}
    except BridgeError as error:
        return {'id': identity, 'error': error.as_json()}
    except MemoryError:
        return failure(identity, 'out-of-memory', 'There was not enough memory for this request.')
    except RecursionError:
        return failure(identity, 'too-deep', 'The request or the document is nested too deeply.')
    except (KeyboardInterrupt, SystemExit) as error:
        return failure(identity, 'failed', 'The framework tried to end the process: %r.' % (error,))
    except Exception as error:
        # The trace is for the log (stderr); the answer says what it was in one line.
        traceback.print_exc(limit=-12)
        return failure(identity, 'failed', '%s: %s' % (type(error).__name__, str(error)[:2000]))


def failure(identity, code, message):
    return {'id': identity, 'error': {'code': code, 'message': message}}


def encoded(message):
    """The line, as ASCII: whatever a source file holds, the line stays valid."""
    try:
        text = json.dumps(message, ensure_ascii=True, allow_nan=False, separators=(',', ':'))
    except (ValueError, TypeError, RecursionError) as error:
        text = json.dumps(failure(message['id'], 'failed', 'The answer is not JSON: %s' % error))
    return text.encode('ascii') + b'\n'


def read(line):
    if line is TOO_LONG:
        raise BridgeError('too-long', 'A request may have at most %d bytes.' % MAX_LINE_BYTES)
    try:
        request = json.loads(line.decode('utf-8'), parse_int=bounded_int, parse_constant=no_constant)
    except RecursionError:
        raise BridgeError('too-deep', 'The request is nested too deeply.') from None
    except ValueError as error:
        raise BridgeError('invalid-json', 'Not a line of JSON in UTF-8: %s' % str(error)[:200]) from None
    if not isinstance(request, dict):
        raise BridgeError('invalid-request', 'A request is an object with id, method and params.')
    return request


def bounded_int(digits):
    if len(digits) > MAX_DIGITS:
        raise ValueError('a number with %d digits' % len(digits))
    return int(digits)


def no_constant(name):
    raise ValueError('%s is not JSON' % name)


def identity_of(request):
    identity = request.get('id')
    if isinstance(identity, str) or (isinstance(identity, int) and not isinstance(identity, bool)):
        return identity
    raise BridgeError('invalid-request', 'id must be a text or an integer.')


def method_of(request):
    from quantum_bridge.methods import METHODS

    name = request.get('method')
    if not isinstance(name, str):
        raise BridgeError('invalid-request', 'method must be a text.')
    method = METHODS.get(name)
    if method is None:
        raise BridgeError(
            'unknown-method',
            'There is no method %r. There are: %s.' % (name[:100], ', '.join(sorted(METHODS))),
        )
    return method
