"""Reading parameters: a wrong type is a sentence, not a traceback."""

import os

from quantum_bridge.errors import invalid_params


def text_param(params, name):
    """The text of that name, or None when it is absent or null."""
    value = params.get(name)
    if value is None or isinstance(value, str):
        return value
    raise invalid_params('%s must be a text.' % name)


def path_param(params, name):
    """An absolute path of that name, or None when it is absent or null."""
    value = text_param(params, name)
    if value is None:
        return None
    if '\0' in value or not os.path.isabs(value):
        raise invalid_params('%s must be an absolute path.' % name)
    try:
        os.fsencode(value)
    except UnicodeEncodeError:
        raise invalid_params('%s is not valid text.' % name) from None
    return value


def local_path(url):
    """The address, which must be a path of the application: nothing is asked of another server."""
    if not url.startswith('/') or url.startswith('//'):
        raise invalid_params('url must be a path of the application, such as /products?page=2.')
    return url
