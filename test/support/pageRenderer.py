"""Draws pages with the installed framework's server: one JSON request a line, one answer a line.

A request: the files of a project, a folder they are laid over, and what is visited. An answer: for each
visit its status, what the renderer drew, and the error the framework notes.
"""

import json
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

logging.disable(logging.CRITICAL)
out = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

from quantum.runtime.app_testing import TestWorld  # noqa: E402


def visit(world, asked):
    with world.client.session_transaction() as session:
        session["quantum_session"] = dict(asked.get("session") or {})
    response = world.client.get("/_partial" + asked["path"])
    record = world.server.dev_panel.requests
    error = (record[0] or {}).get("error") if record else None
    return {
        "status": response.status_code,
        "html": response.get_data(as_text=True),
        "error": None if error is None else str(error),
    }


def draw(request):
    with tempfile.TemporaryDirectory(prefix="quantum-pages-") as folder:
        root = Path(folder) / "app"
        if request["base"]:
            shutil.copytree(request["base"], root)
        else:
            root.mkdir()
            (root / "quantum.config.yaml").write_text("server: {port: 8080}\n")
        for name, text in request["files"].items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        world = TestWorld(root)
        try:
            return [visit(world, asked) for asked in request["visits"]]
        finally:
            world.close()


for line in sys.stdin:
    print(json.dumps({"pages": draw(json.loads(line))}), file=out, flush=True)
