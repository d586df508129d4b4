"""A process that runs tests again and again, each time as if it had just started."""

import functools
import gc
import importlib
import os
import sys

from quantum_bridge import afterwards

MOST_RUNS = 100
"""After so many runs what was set aside is looked through again."""

_frozen = False
_runs = 0


def fresh_tests(params):
    """{root} → {}. What runs next imports the application's own modules anew, as `quantum test` does."""
    from quantum_bridge.testing import need_tests, root_param

    root = os.path.realpath(root_param(params))
    need_tests()
    freeze_once()
    forget_modules(root)
    forget_services()
    importlib.invalidate_caches()
    real_path.cache_clear()
    afterwards.do(look_through)
    return {}


def freeze_once():
    """A third of a test is one full collection; what was loaded before the first need not be looked at."""
    global _frozen
    if not _frozen:
        _frozen = True
        import quantum.cli.migrations  # noqa: F401
        import quantum.runtime.db_schema  # noqa: F401
        from quantum.runtime import web_server  # noqa: F401 -- its modules belong to what is frozen

        gc.collect()
        gc.freeze()


def freeze_known():
    """After a test, which ends with a collection: what is left is kept for the next ones, such as parsed pages."""
    gc.freeze()


def look_through():
    """Modules that were forgotten and pages that changed are garbage among what was set aside."""
    global _runs
    _runs += 1
    if _runs >= MOST_RUNS:
        _runs = 0
        gc.unfreeze()
        gc.collect()
        gc.freeze()


@functools.lru_cache(maxsize=20_000)
def real_path(file):
    """Without links; asked of the disk once a run."""
    return os.path.realpath(file)


def forget_modules(root):
    """Modules written in Python below root; packages installed there and compiled ones stay."""
    for name, module in list(sys.modules.items()):
        if is_own(root, getattr(module, '__file__', None)):
            del sys.modules[name]


@functools.lru_cache(maxsize=20_000)
def is_own(root, file):
    """Whether a file of Python belongs to the application at root, and not to a package installed in it."""
    if not file or not file.endswith('.py'):
        return False
    file = os.path.realpath(file)
    if not file.startswith(root + os.sep) or 'site-packages' in file:
        return False
    prefix = os.path.realpath(sys.prefix)
    return not file.startswith(prefix + os.sep)


def forget_services():
    """What modules registered as services: a new import registers it again."""
    from quantum import services

    services._reset()
    services._by_module.clear()
