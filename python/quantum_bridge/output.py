"""What a test prints, bounded."""

import io

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
