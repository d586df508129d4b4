"""What the framework reads of configurations: one JSON request a line, one answer a line."""

import json
import os
import sys

import yaml
from quantum.core.config_env import expand_env
from quantum.runtime.database_service import DatabaseService


def read(request):
    os.environ.update(request["environment"])
    try:
        loaded = yaml.safe_load(request["text"]) or {}
        expanded = expand_env(loaded)
        config = DatabaseService(local_datasources=expanded.get("datasources") or {})
        seen = None
        if request.get("name"):
            seen = config.get_datasource_config(request["name"])
        return {"loaded": json.loads(json.dumps(loaded, default=str)), "seen": seen}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


for line in sys.stdin:
    print(json.dumps(read(json.loads(line))), flush=True)
