"""Serves the application in the working directory; tells of it on stdout (docs/running.md).

Run as `python -X utf8 -B __main__.py` with the application's root as the working directory. The first
line on stdin is the setup, later ones are commands; the server ends with its stdin, so it cannot outlive
the service. Only the standard library and the framework itself.
"""

import os
import sys

_here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# The application imports as under `quantum start`: our folder is not among its places.
sys.path[0] = _here

from quantum_bridge.channel import Channel  # noqa: E402
from quantum_server.serving import serve  # noqa: E402

if __name__ == '__main__':
    sys.path.remove(_here)
    # The channel comes first: from here on, whatever prints to stdout lands on stderr.
    serve(Channel.take_stdio())
