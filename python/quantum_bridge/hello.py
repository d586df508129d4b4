"""Who is speaking: versions, paths, and what this framework can do."""

import os
import sys

from quantum_bridge import VERSION
from quantum_bridge.framework import installed, package_folder, problem

FEATURES = {
    'parse': ('core', 'parser.py'),
    'lines': ('core', 'xml_lines.py'),
    'tests': ('core', 'features', 'native_testing'),
    'check': ('cli', 'check.py'),
    'runTests': ('runtime', 'app_testing.py'),
    'devPanel': ('runtime', 'dev_panel.py'),
}
"""A file of the package that shows each feature is there."""


def hello():
    version, metadata = installed()
    found = problem(version)
    folder = package_folder() if version else None
    return {
        'bridge': VERSION,
        'pid': os.getpid(),
        'cwd': os.getcwd(),
        'python': {
            'version': '.'.join(map(str, sys.version_info[:3])),
            'executable': sys.executable,
            'prefix': sys.prefix,
            'basePrefix': sys.base_prefix,
        },
        'framework': {
            'version': version,
            'location': folder,
            'metadata': metadata,
            'problem': {'code': found[0], 'message': found[1]} if found else None,
        },
        'features': {
            name: bool(folder and not found and os.path.exists(os.path.join(folder, *file)))
            for name, file in FEATURES.items()
        },
    }
