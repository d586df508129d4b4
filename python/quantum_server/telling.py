"""What the server says: one JSON object a line, from whatever thread."""

import json
import threading


class Teller:
    def __init__(self, channel):
        self._channel = channel
        self._lock = threading.Lock()

    def tell(self, event, **facts):
        line = json.dumps({'event': event, **facts}, ensure_ascii=True, default=str)
        with self._lock:
            self._channel.send(line.encode('ascii') + b'\n')
