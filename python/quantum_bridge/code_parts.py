"""The code of an application in parts, each with a hash: what changed is told part by part."""

import ast
import hashlib
import os
import sys

from quantum_bridge.framework import installed
from quantum_bridge.warmth import is_own

SKIPPED = {'node_modules', '__pycache__', 'venv', 'dist', 'logs', 'uploads', 'site-packages'}
EVERYONES = ('.sql', '.yaml', '.yml')
"""Every test builds its world from the configuration and the migrations."""
LARGEST = 4 * 1024 * 1024

_known = {}


def test_code(params):
    """{root} → {all, parts}. all: what every test depends on; parts: `file` and `file#function` → hash."""
    from quantum_bridge.testing import root_param

    root = os.path.realpath(root_param(params))
    folder = os.path.join(root, '')
    everyones, parts = hashlib.sha256(repr((installed()[0], sys.version)).encode()), {}
    for file in files_of(root):
        relative = file[len(folder):].replace(os.sep, '/')
        found = parts_of(root, file)
        if found is None:
            continue
        whole, inner = found
        if relative.startswith('components/') or relative.endswith(('.q', '.py') + EVERYONES):
            # A page that comes or goes changes what an address leads to.
            everyones.update(relative.encode('utf-8', 'surrogatepass') + b'\0')
        if relative.endswith(EVERYONES) or relative == '.env' or relative.endswith('.py'):
            everyones.update(whole.encode() + b'\0')
        if not relative.endswith('.py'):
            parts[relative] = whole
        for name, part in inner.items():
            parts['%s#%s' % (relative, name)] = part
    return {'all': everyones.hexdigest()[:32], 'parts': parts}


def files_of(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in SKIPPED and not name.startswith('.'))
        for name in sorted(names):
            if not name.endswith('.pyc') and (not name.startswith('.') or name == '.env'):
                yield os.path.join(folder, name)


def parts_of(root, file):
    """(hash of the whole, {function: hash}), read again when the file changed; None for what is no code."""
    try:
        stat = os.stat(file)
        if stat.st_size > LARGEST:
            return None
        stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        known = _known.get(file)
        if known is None or known[0] != stamp:
            with open(file, 'rb') as content:
                read = content.read()
            python = file.endswith('.py') and is_own(root, file)
            known = _known[file] = (stamp, python_parts(read) if python else (digest(read), {}))
        return known[1]
    except OSError:
        return None


def python_parts(content):
    """A module without what its functions do, and each function. What cannot be read is one whole."""
    try:
        tree = ast.parse(content)
    except (SyntaxError, ValueError, RecursionError):
        return digest(content), {}
    inner = {}
    take_functions(tree, '', inner)
    return digest(ast.dump(tree).encode()), inner


def take_functions(node, prefix, inner):
    """Hashes the bodies of functions and empties them; what is left runs when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            name = prefix + child.name
            # Functions inside a function are part of it; two of one name are told apart by nobody.
            body = inner.get(name, '') + ast.dump(ast.Module(body=child.body, type_ignores=[]))
            inner[name] = digest(body.encode())
            child.body = []
        elif isinstance(child, ast.ClassDef):
            take_functions(child, prefix + child.name + '.', inner)
        else:
            take_functions(child, prefix, inner)


def digest(content):
    return hashlib.sha256(content).hexdigest()[:32]
