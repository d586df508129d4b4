"""What a test prints, bounded."""

import io
import os

MOST_CHARACTERS = 64 * 1024
CUT = '\n… (the rest was left out)\n'


class BoundedText(io.TextIOBase):
    """Takes any amount of text and keeps its beginning."""

    def __init__(self):
        self._parts = []
        self._left = MOST_CHARACTERS
        self._cut = False

    def writable(self):
        return True

    def write(self, text):
        kept = text[:self._left]
        if kept:
            self._parts.append(kept)
            self._left -= len(kept)
        self._cut = self._cut or len(kept) < len(text)
        return len(text)

    def text(self):
        return ''.join(self._parts) + (CUT if self._cut else '')


class KeptText(BoundedText):
    """Stands in a file as well while it is written: whoever ends the process can still read what was printed."""

    def __init__(self, path):
        super().__init__()
        self._path = path
        self._file = None

    def write(self, text):
        before = self._left
        written = super().write(text)
        kept = text[: before - self._left]
        if kept and self._path is not None:
            if self._file is None:
                self._file = open(self._path, 'w', encoding='utf-8', errors='replace', newline='')
            self._file.write(kept)
            self._file.flush()
        return written

    def discard(self):
        """The process has lived to tell it."""
        if self._file is not None:
            self._file.close()
            self._file = None
            os.unlink(self._path)
