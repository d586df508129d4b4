"""How long a call may take: one that runs longer ends the process even if nobody is left to kill it."""

import contextlib
import faulthandler
import signal
import sys

MAX_CALL_SECONDS = 300

_has_clock = hasattr(signal, 'setitimer')
_listens = False


@contextlib.contextmanager
def limited():
    """Until the end of the block. Where it hangs is told on stderr, whatever holds the interpreter."""
    if not _has_clock:
        faulthandler.dump_traceback_later(MAX_CALL_SECONDS, exit=True, file=sys.__stderr__)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
        return
    # The system's own clock: faulthandler's is a thread for each call, whose end has to be waited for.
    listen()
    signal.setitimer(signal.ITIMER_REAL, MAX_CALL_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def listen():
    """Once a process: its end, which the signal brings, is told first."""
    global _listens
    if not _listens:
        _listens = True
        faulthandler.register(signal.SIGALRM, file=sys.__stderr__, chain=True)
