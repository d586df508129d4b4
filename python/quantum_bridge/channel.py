"""The two pipes to the parent, out of everyone else's reach."""

import os
import queue
import signal
import sys
import threading

MAX_LINE_BYTES = 16 * 1024 * 1024
WAITING_REQUESTS = 256
"""More than these stay in the pipe: a parent that floods is slowed, not buffered."""
GRACE_SECONDS = 5
"""How long a running request may go on after the parent is gone."""

TOO_LONG = object()
END = object()


class Channel:
    """Lines of the parent, read by a thread of their own so that its end is noticed during a request."""

    def __init__(self, incoming, outgoing):
        self._incoming = incoming
        self._outgoing = outgoing
        self._lines = queue.Queue(WAITING_REQUESTS)
        threading.Thread(target=self._read, name='stdin', daemon=True).start()

    @classmethod
    def take_stdio(cls):
        """Moves the protocol to descriptors no print() or input() reaches."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the parent's to handle
        incoming = os.fdopen(os.dup(0), 'rb')
        outgoing = os.fdopen(os.dup(1), 'wb')
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        sys.stdout = sys.stderr
        return cls(incoming, outgoing)

    def lines(self):
        """Each line as bytes; TOO_LONG in place of one beyond the limit. Ends with the parent."""
        while True:
            line = self._lines.get()
            if line is END:
                return
            yield line

    def send(self, line):
        """One answer. Ends with the parent."""
        try:
            self._outgoing.write(line)
            self._outgoing.flush()
        except (BrokenPipeError, ConnectionError, ValueError):
            os._exit(0)

    def _read(self):
        try:
            while True:
                line = self._incoming.readline(MAX_LINE_BYTES + 1)
                if not line:
                    break
                if len(line) > MAX_LINE_BYTES and not line.endswith(b'\n'):
                    self._skip_rest()
                    line = TOO_LONG
                self._lines.put(line)
        except OSError:
            pass
        end_group()
        threading.Thread(target=self._leave, name='leave', daemon=True).start()
        self._lines.put(END)

    def _skip_rest(self):
        while True:
            part = self._incoming.readline(65536)
            if not part or part.endswith(b'\n'):
                return

    @staticmethod
    def _leave():
        threading.Event().wait(GRACE_SECONDS)
        os._exit(0)


def end_group():
    """Ends this process with all it started, where it was given a group of its own."""
    if hasattr(os, 'killpg') and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
