"""What nobody waits for: it is done once the answer is sent."""

import traceback

_left = []


def do(what):
    """`what()` after the answer to the request that is under way."""
    _left.append(what)


def catch_up():
    """Does what was left."""
    while _left:
        try:
            _left.pop(0)()
        except Exception:  # the answer is sent: only the log can hear of it
            traceback.print_exc(limit=-6)
