"""Where a preview runs: the application's own server over databases that are nobody's but the preview's."""

import contextlib
import copy
import io
import os
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from quantum_bridge.errors import BridgeError

CONFIGURATION = 'quantum.config.yaml'
NOWHERE = 'quantum-preview/no-such-page'
"""An address without a file: the framework asks its dynamic routes for it."""


class World:
    """{root, fresh, servers}: fresh databases are migrated from nothing, others are copies of the files
    (migrated from nothing where there is no file yet).

    Nothing is written into root: uploads, logs and extracted assets go to a folder of the world's own.
    Databases on a server are used only where `servers` says so.
    """

    def __init__(self, root, fresh, servers):
        self.key = (root, fresh, servers)
        self.folder = Path(tempfile.mkdtemp(prefix='quantum-preview-'))
        try:
            self._build(Path(root), fresh, servers)
        except BaseException:
            self.close()
            raise
        self._seen = self._stamps()

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def outdated(self):
        """A file that made this world, or a Python module of the application, has changed since."""
        return any(stamp(path) != was for path, was in self._seen.items())

    def _build(self, root, fresh, servers):
        import yaml
        from quantum.core.config_env import expand_env

        self.root = root
        try:
            given = yaml.safe_load((root / CONFIGURATION).read_text(encoding='utf-8')) or {}
            config = copy.deepcopy(expand_env(given))
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise BridgeError('unreadable', 'Cannot read %s: %s' % (CONFIGURATION, error)) from None
        if not isinstance(config, dict):
            raise BridgeError('unreadable', '%s is not a mapping of settings.' % CONFIGURATION)
        self.databases, self.copied = {}, False
        self._datasources(config.get('datasources') or {}, root, servers)
        paths = config['paths'] = dict(config.get('paths') or {})
        for name in ('components', 'migrations'):
            paths[name] = str(root / (paths.get(name) or name))
        self.components = paths['components']
        self.static = root / (paths.get('static') or 'static')
        for name in ('uploads', 'logs'):
            paths[name] = str(self.folder / name)
        paths['static'] = str(self.static)
        config['server'] = dict(config.get('server') or {}, debug=True)
        config['performance'] = dict(config.get('performance') or {}, cache_templates=False)
        config['logging'] = {'level': 'WARNING', 'console': False, 'file': False}
        written = self.folder / CONFIGURATION
        written.write_text(yaml.safe_dump(config, allow_unicode=True), encoding='utf-8')
        if fresh or not self.copied:
            self._migrate(Path(paths['migrations']))
        os.chdir(root)  # the application's relative paths are its folder's
        if str(root) not in sys.path:
            sys.path.insert(0, str(root))
        from quantum.runtime.dev_panel import DevPanel
        from quantum.runtime.web_server import QuantumWebServer

        server = QuantumWebServer(str(written))
        # Extracted styles and scripts would be files in the application's static folder.
        server._extract_inline_assets = lambda html: html
        server._prettify_html = lambda html: html
        server.dev_panel = DevPanel(keep=16)
        self.server = server
        self._stand_in = None
        """The file of a page that is none, and the address it answers."""
        self._let_stand_ins_answer(server)
        self.client = server.app.test_client()
        self.page = '/'
        """Where whoever looks is: what a form is sent from."""

    def _let_stand_ins_answer(self, server):
        """A page that is no file answers at whatever address it is asked for: what it sees of the request is true."""
        from flask import request

        serve, match = server._serve_component, server._match_dynamic_route

        def answers():
            return self._stand_in is not None and request.path == self._stand_in[1]

        def serve_stand_in(path, partial=False):
            return serve(NOWHERE if answers() else path, partial)

        def match_stand_in(path):
            return (Path(self._stand_in[0]), {}) if answers() else match(path)

        server._serve_component, server._match_dynamic_route = serve_stand_in, match_stand_in

    @contextlib.contextmanager
    def answering_with(self, stand_in, url):
        """Inside of the block that text of the overlay is the page at the address; None: pages are what they are."""
        self._stand_in = None if stand_in is None else (stand_in, unquote(urlsplit(url).path))
        try:
            yield
        finally:
            self._stand_in = None

    def _datasources(self, datasources, root, servers):
        for name, source in datasources.items():
            if not isinstance(source, dict):
                continue
            driver = str(source.get('driver') or source.get('type') or '').lower()
            if driver != 'sqlite':
                if not servers:
                    raise BridgeError(
                        'server-database',
                        'The datasource “%s” is on a server (%s): a preview would run its queries there.'
                        % (name, driver or 'no driver'),
                    )
                continue
            variable = 'QUANTUM_%s_PATH' % str(name).upper()
            original = os.environ.get(variable + '_ORIGINAL') or os.environ.get(variable)
            original = original or source.get('database') or source.get('path') or ''
            os.environ[variable + '_ORIGINAL'] = str(original)
            copied = self.folder / ('%s.db' % name)
            source['database'] = str(copied)
            self.databases[name] = copied
            # database_service lets this variable replace the path: never the real database.
            os.environ[variable] = str(copied)
            self.copied = copy_database(root / str(original), copied) or self.copied

    def _migrate(self, migrations):
        for path in self.databases.values():
            path.unlink(missing_ok=True)
            sqlite3.connect(path).close()  # the server opens files that exist
        if len(self.databases) != 1 or not migrations.is_dir() or not any(migrations.glob('*.sql')):
            return
        from quantum.cli.migrations import MigrationRunner

        with contextlib.redirect_stdout(io.StringIO()):
            results = MigrationRunner(self.folder).up()
        failed = [one for one in results if one.get('status') != 'applied']
        if failed:
            raise BridgeError('unreadable', 'The migrations did not apply: %s' % (failed[0],))

    def _stamps(self):
        seen = {str(self.root / CONFIGURATION): stamp(self.root / CONFIGURATION)}
        inside = str(self.root) + os.sep
        for module in list(sys.modules.values()):
            path = getattr(module, '__file__', None)
            if isinstance(path, str) and os.path.realpath(path).startswith(inside):
                seen[path] = stamp(path)
        return seen


def stamp(path):
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size)


def copy_database(original, target):
    """Whether there was one; by SQLite's own backup, so that a writer in another process is no danger."""
    if not original.is_file():
        return False
    source = sqlite3.connect('%s?mode=ro' % original.absolute().as_uri(), uri=True, timeout=5)
    into = sqlite3.connect(target)
    try:
        source.backup(into)
    except sqlite3.Error as error:
        raise BridgeError('unreadable', 'Cannot copy %s: %s' % (original, error)) from None
    finally:
        into.close()
        source.close()
    return True
