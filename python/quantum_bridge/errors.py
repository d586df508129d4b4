"""What a request is refused with; the codes are listed in docs/bridge.md."""


class BridgeError(Exception):
    """An answer of its own: `code` for the program, `message` for a person."""

    def __init__(self, code, message, data=None):
        super().__init__(message)
        self.code = code
        self.message = message
        self.data = data

    def as_json(self):
        error = {'code': self.code, 'message': self.message}
        if self.data is not None:
            error['data'] = self.data
        return error


def invalid_params(message):
    return BridgeError('invalid-params', message)
