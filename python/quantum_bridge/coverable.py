"""The lines of pages that can run, and the branches that can be taken: what coverage is measured against."""

import os

from quantum_bridge.code_parts import files_of
from quantum_bridge.framework import need_framework


def coverable(params):
    """{root} → {files: [{file, lines, branches: [[line, how many]]}]} of the pages that can be read."""
    from quantum_bridge.testing import root_param

    root = os.path.realpath(root_param(params))
    need_framework()
    from quantum.core.parser import QuantumParser

    parser, files = QuantumParser(), []
    for file in files_of(root):
        if not file.endswith('.q') or file.endswith('.test.q'):
            continue
        try:
            tree = parser.parse_file(file)
        except Exception:  # a page that is no page has its finding elsewhere
            continue
        lines, branches = set(), {}
        for node in nodes(tree):
            line = getattr(node, 'source_line', None)
            if line is None or os.path.realpath(getattr(node, 'source_file', None) or '') != file:
                continue
            lines.add(line)
            if hasattr(node, 'if_body'):
                # The q:if, each q:elseif, and the way past all of them.
                branches[line] = len(node.elseif_blocks or []) + 2
        relative = os.path.relpath(file, root).replace(os.sep, '/')
        files.append({'file': relative, 'lines': sorted(lines), 'branches': sorted(map(list, branches.items()))})
    return {'files': files}


def nodes(tree):
    """Every node of the framework's tree, each once."""
    seen, waiting = set(), [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, (list, tuple)):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(one.values())
        elif type(one).__module__.startswith('quantum.') and hasattr(one, '__dict__'):
            if id(one) in seen:
                continue
            seen.add(id(one))
            yield one
            waiting.extend(vars(one).values())
