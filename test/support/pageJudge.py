"""Asks the installed framework about .q files: one JSON request a line, one answer a line."""

import json
import logging
import os
import sys

logging.disable(logging.CRITICAL)
out = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

from quantum.core.features.native_testing.src import parse_test_source  # noqa: E402
from quantum.core.parser import QuantumParseError, QuantumParser  # noqa: E402

parser = QuantumParser(use_cache=False)


def refusal(request):
    try:
        if request["dialect"] == "test":
            parse_test_source(request["text"], "a.test.q")
        else:
            parser.parse(request["text"])
    except QuantumParseError as error:
        return str(error)
    return None


for line in sys.stdin:
    print(json.dumps({"refused": refusal(json.loads(line))}), file=out, flush=True)
