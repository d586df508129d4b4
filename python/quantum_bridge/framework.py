"""Where the installed framework is, found without importing it."""

import os
import site
import sys

from quantum_bridge.errors import BridgeError

NEEDED_PYTHON = (3, 12)
INSTALL = 'python -m pip install "quantum-framework>=1.0.1,<2"'


def see_user_site():
    """`-I` hides the packages of `pip install --user`; a person who installed there expects them."""
    if sys.prefix != sys.base_prefix:
        return
    folder = site.getusersitepackages()
    if folder not in sys.path and os.path.isdir(folder):
        site.addsitedir(folder)


def installed():
    """(version, folder of its metadata), or (None, None)."""
    see_user_site()
    for entry in sys.path:
        try:
            names = os.listdir(entry or '.')
        except OSError:
            continue
        for name in names:
            if name.startswith('quantum_framework-') and name.endswith('.dist-info'):
                version = metadata_version(os.path.join(entry, name, 'METADATA'))
                if version:
                    return version, os.path.join(entry, name)
    return None, None


def metadata_version(path):
    try:
        with open(path, encoding='utf-8', errors='replace') as lines:
            for line in lines:
                if line.startswith('Version:'):
                    return line[len('Version:'):].strip()
                if not line.strip():
                    break
    except OSError:
        pass
    return None


def package_folder():
    """Folder of the importable package `quantum`, or None."""
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec('quantum')
    locations = list(spec.submodule_search_locations or ()) if spec else []
    return locations[0] if locations else None


def problem(version):
    """Why framework calls would fail, as (code, sentence); None when they would not."""
    running = '.'.join(map(str, sys.version_info[:3]))
    if sys.version_info < NEEDED_PYTHON:
        return (
            'python-too-old',
            'Quantum needs Python 3.12 or newer, and %s is Python %s.' % (sys.executable, running),
        )
    if version is None:
        return (
            'framework-missing',
            'quantum-framework is not installed for %s. Install it with: %s' % (sys.executable, INSTALL),
        )
    folder = package_folder()
    if folder is None or not os.path.isfile(os.path.join(folder, 'core', 'parser.py')):
        return (
            'framework-broken',
            'quantum-framework %s is installed for %s, but its package cannot be found. '
            'Install it again with: %s' % (version, sys.executable, INSTALL),
        )
    return None


def need_framework():
    """@raises BridgeError saying what is missing."""
    version, _ = installed()
    found = problem(version)
    if found:
        raise BridgeError(*found)


def without_tests():
    """A release from before `*.test.q`: the error that says so, and what mends it."""
    version, _ = installed()
    return BridgeError(
        'unsupported',
        'quantum-framework %s, installed for %s, is older than *.test.q files and cannot run them. '
        'Install a newer one: %s' % (version, sys.executable, INSTALL),
    )
