"""The bridge to the installed framework: JSON lines in, JSON lines out (docs/bridge.md).

Run as `python -I -X utf8 -B __main__.py` with the application's root as the working directory.
Only the standard library, and nothing newer than Python 3.9, so that an old interpreter can say
what it is.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from quantum_bridge.channel import Channel  # noqa: E402
from quantum_bridge.loop import serve  # noqa: E402

if __name__ == '__main__':
    # The channel comes first: from here on, whatever prints to stdout lands on stderr.
    serve(Channel.take_stdio())
