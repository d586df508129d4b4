"""What the installed framework makes of an application's components, as one JSON document.

Asked on stdin: {"components": folder, "addresses": [...]}; answered: {"files": {path: facts}, "answers": {address: path}}.
"""

import json
import logging
import os
import sys
from pathlib import Path

logging.disable(logging.CRITICAL)
out = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

from quantum.core.ast_nodes import ActionNode, ComponentCallNode, ImportNode  # noqa: E402
from quantum.core.parser import QuantumParser  # noqa: E402
from quantum.runtime.component_resolver import ComponentResolver  # noqa: E402
from quantum.runtime.web_server import QuantumWebServer  # noqa: E402

asked = json.load(sys.stdin)
root = Path(asked["components"])
parser = QuantumParser(use_cache=False)
resolver = ComponentResolver(str(root))
server = QuantumWebServer.__new__(QuantumWebServer)
server.config = {"paths": {"components": str(root)}}
server._build_dynamic_routes()


def below(path):
    return Path(os.path.normpath(path)).relative_to(root).as_posix()


def nodes(value, seen):
    """Every node of the tree, whatever attribute it hangs on."""
    if isinstance(value, (str, int, float, bool, type(None))) or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, dict):
        children = list(value.values())
    elif isinstance(value, (list, tuple, set)):
        children = list(value)
    else:
        if not hasattr(value, "__dict__"):
            return
        yield value
        children = [one for name, one in vars(value).items() if name != "container"]
    for child in children:
        yield from nodes(child, seen)


def params(found):
    return [
        {"name": one.name, "type": one.type, "required": one.required, "default": one.default}
        for one in found
    ]


def found(name, origin):
    path = resolver._find_component_file(name, origin)
    return below(path) if path.exists() else None


def facts(path):
    tree = parser.parse_file(str(path))
    everything = list(nodes(tree, set()))
    imports = [one for one in everything if isinstance(one, ImportNode) and one.component]
    by_alias = {one.alias or one.component: (one.component, one.from_path) for one in imports}
    used = [(one.component, one.from_path) for one in imports]
    for call in everything:
        if isinstance(call, ComponentCallNode):
            used.append(by_alias.get(call.component_name, (call.component_name, None)))
    sources = {
        value
        for one in everything
        for name, value in vars(one).items()
        if name in ("datasource", "table_datasource") and isinstance(value, str) and value
    }
    route = next((one for one in server._dynamic_routes if one.file_path == path), None)
    return {
        "params": params(tree.params),
        "guard": {"role": tree.require_role or None, "permission": tree.require_permission or None}
        if tree.require_auth
        else None,
        "actions": [
            {"name": one.name, "method": one.method, "params": params(one.params)}
            for one in tree.statements
            if isinstance(one, ActionNode)
        ],
        "inPath": route.param_names if route else [],
        "components": sorted({found(*one) or "missing: " + one[0] for one in used}),
        "datasources": sorted(sources),
    }


def answer(address):
    """In the order of `_serve_component`."""
    place = address.strip("/") or "index"
    for path in (root / f"{place}.q", root / place / "index.q"):
        if path.exists():
            return below(path)
    path, _ = server._match_dynamic_route(place)
    return below(path) if path else None


files = {below(path): facts(path) for path in sorted(root.rglob("*.q")) if ".test." not in path.name}
answers = {address: answer(address) for address in asked["addresses"]}
json.dump({"files": files, "answers": answers}, out)
out.flush()
