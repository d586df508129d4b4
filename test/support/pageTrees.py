"""Whether the installed framework reads two texts the same: one JSON request a line, one answer a line."""

import json
import logging
import os
import re
import sys

logging.disable(logging.CRITICAL)
out = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

from quantum.core.features.native_testing.src import parse_test_source  # noqa: E402
from quantum.core.parser import QuantumParseError, QuantumParser  # noqa: E402

parser = QuantumParser(use_cache=False)
# Where something stands; `container` leads back up.
places = {"source_line", "source_file", "line", "container"}


def dumped(value, around=()):
    if isinstance(value, (str, int, float, bool, type(None))):
        return value
    if id(value) in around:
        return "…"
    around = (*around, id(value))
    if isinstance(value, dict):
        return [[dumped(key, around), dumped(one, around)] for key, one in value.items()]
    if isinstance(value, (list, tuple, set, frozenset)):
        return [dumped(one, around) for one in value]
    fields = getattr(value, "__dict__", None)
    if fields is None:
        return repr(value)
    kept = {name: dumped(one, around) for name, one in fields.items() if name not in places}
    return [type(value).__name__, kept]


def read(text, dialect):
    try:
        tree = parse_test_source(text, "a.test.q") if dialect == "test" else parser.parse(text)
    except QuantumParseError as error:
        # Places move, and so do the lines that are quoted.
        said = re.sub(r"position \d+", "", str(error).split("\n")[0])
        return "refused: " + re.sub(r"[\s:]*\(?line \d+(, column \d+)?\)?", "", said)
    return json.dumps(dumped(tree), indent=1, ensure_ascii=False)


def difference(before, after):
    if before == after:
        return None
    left, right = before.split("\n"), after.split("\n")
    at = next((i for i, (a, b) in enumerate(zip(left, right)) if a != b), min(len(left), len(right)))
    return "\n".join([*left[max(0, at - 3) : at + 3], "  became", *right[max(0, at - 3) : at + 3]])


for line in sys.stdin:
    request = json.loads(line)
    before = read(request["before"], request["dialect"])
    after = read(request["after"], request["dialect"])
    answer = {"refused": before.startswith("refused: "), "differs": difference(before, after)}
    print(json.dumps(answer), file=out, flush=True)
