"""Asks the installed framework about configurations: one JSON request a line, one answer a line.

The server is built as `quantum start` builds it, in a folder that holds nothing but the configuration.
"""

import json
import logging
import os
import sys
import tempfile
from pathlib import Path

out = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

from quantum.cli.migrations import DatabaseConnection  # noqa: E402
from quantum.runtime.database_service import DatabaseService  # noqa: E402
from quantum.runtime.web_server import QuantumWebServer  # noqa: E402


class Warnings(logging.Handler):
    """The lines the framework logs while it reads a configuration."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def connect(attempt):
    try:
        attempt()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def connections(server):
    """What the pages' and the migrations' connections say of each datasource."""
    answers = {}
    declared = server.config.get("datasources") or {}
    service = DatabaseService(local_datasources=declared)
    for name in declared:
        answers[name] = {
            "pages": connect(lambda: service._open_raw_connection(service.get_datasource_config(name))),
            "migrate": connect(lambda: DatabaseConnection(Path.cwd(), name).connect()),
        }
    return answers


def judge(request):
    log = logging.getLogger("quantum")
    heard = Warnings()
    log.handlers[:] = [heard]
    log.propagate = False
    before = dict(os.environ)
    os.environ.update(request.get("environment") or {})
    home = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            Path("quantum.config.yaml").write_bytes(request["text"].encode("utf-8"))
            try:
                server = QuantumWebServer("quantum.config.yaml")
            except Exception as error:
                return {"refused": {"type": type(error).__name__, "message": str(error)}, "warnings": heard.lines}
            answer = {"refused": None, "warnings": heard.lines}
            if request.get("connect"):
                answer["connections"] = connections(server)
            return answer
        finally:
            for handler in list(log.handlers):
                handler.close()
            log.handlers[:] = []
            os.chdir(home)
            os.environ.clear()
            os.environ.update(before)


for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))), file=out, flush=True)
