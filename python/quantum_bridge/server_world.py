"""The world of a test whose application has its data on a server: `quantum test` itself knows SQLite alone."""

import contextlib
import copy

from quantum_bridge import afterwards, quick_framework, quick_world, quick_yaml
from quantum_bridge.server_databases import KINDS, Connection, ServerDatabase, Unusable, said, schema_of


def install(app_testing):
    """Once a process: the framework's runner makes worlds and runs of these kinds; SQLite's are as they were."""
    if is_installed(app_testing):
        return
    import yaml
    from quantum.runtime import db_schema

    quick_yaml.remember_yaml(yaml)
    quick_framework.install()
    read_schema = db_schema.read_schema

    class ServerWorld(app_testing.TestWorld):
        knows_servers = True
        __test__ = False

        def _build(self):
            self._tmp = LeftForLater(self._tmp)
            import yaml
            from quantum.core.config_env import expand_env

            text = (self.app_root / 'quantum.config.yaml').read_text(encoding='utf-8')
            datasources = (expand_env(yaml.safe_load(text) or {}).get('datasources') or {}).items()
            self.servers = {
                name: source for name, source in datasources if isinstance(source, dict) and driver_of(source) in KINDS
            }
            if not self.servers:
                super()._build()
                return
            with self._as_sqlite(yaml):
                super()._build()

        @contextlib.contextmanager
        def _as_sqlite(self, yaml):
            """The framework builds what it knows; `_migrate`, which it calls next, puts the servers in."""
            load = yaml.safe_load

            def loaded(text):
                config = load(text)
                yaml.safe_load = load
                for name in self.servers:
                    config['datasources'][name]['driver'] = 'sqlite'
                return config

            yaml.safe_load = loaded
            try:
                yield
            finally:
                yaml.safe_load = load

        def _migrate(self, migrations):
            if not self.servers:
                quick_world.migrate(self, migrations, super()._migrate)
                return
            import yaml

            written = self.tmp / 'quantum.config.yaml'
            config = yaml.safe_load(written.read_text(encoding='utf-8'))
            for name, source in self.servers.items():
                try:
                    database = ServerDatabase(name, source)
                except Unusable as error:
                    raise app_testing.StepFailure(str(error)) from None
                self.databases[name] = database
                kind = 'postgresql' if database.kind == 'postgresql' else 'mysql'
                config['datasources'][name] = dict(copy.deepcopy(source), driver=kind, database=database.name)
                # The framework takes the name of the database from here, whatever the driver.
                self._set_env('QUANTUM_%s_PATH' % name.upper(), database.name)
            written.write_text(yaml.safe_dump(config, allow_unicode=True), encoding='utf-8')
            if len(self.databases) != 1 or not any(isinstance(one, ServerDatabase) for one in self.databases.values()):
                super()._migrate(migrations)
                return
            self._apply(next(iter(self.databases.values())))

        def _apply(self, database):
            from quantum.cli.migrations import MigrationRunner

            runner = MigrationRunner(self.tmp)
            runner._get_applied_migrations = dict
            for migration in runner._get_pending_migrations():
                try:
                    database.migrate(migration.content)
                except Exception as error:  # each driver has errors of its own
                    name = migration.path.name
                    raise app_testing.StepFailure('the migration %s did not apply: %s' % (name, said(error))) from None

        def connect(self, path):
            if isinstance(path, ServerDatabase):
                return path.connect()
            return quick_framework.unsynced(super().connect(path))

        def close(self):
            super().close()
            for database in self.databases.values():
                if isinstance(database, ServerDatabase):
                    database.drop()

    class ServerRun(app_testing.TestRun):
        __test__ = False

        def _generated_value(self, conn, table_name, col):
            """SQLite takes any text; these take what they are."""
            if not isinstance(conn, Connection) or col.references or col.options:
                return super()._generated_value(conn, table_name, col)
            kind = col.type
            if 'TIMESTAMP' in kind or 'DATETIME' in kind:
                return '2026-01-15 12:00:00'
            if kind == 'DATE':
                return '2026-01-15'
            if kind.startswith('TIME'):
                return '12:00:00'
            if kind == 'BOOLEAN':
                return False
            return super()._generated_value(conn, table_name, col)

        def _expect_history(self, a):
            name, path = self.world.datasource(a.get('datasource'), self.step)
            if isinstance(path, ServerDatabase):
                raise app_testing.StepFailure('datasource "%s": the framework records history in SQLite alone' % name)
            super()._expect_history(a)

    app_testing.TestWorld, app_testing.TestRun = ServerWorld, ServerRun
    db_schema.read_schema = lambda conn: schema_of(conn) if isinstance(conn, Connection) else read_schema(conn)


def is_installed(app_testing):
    return getattr(app_testing.TestWorld, 'knows_servers', False)


class LeftForLater:
    """The folder of a test, which is removed once its result is told."""

    def __init__(self, folder):
        self._folder = folder

    def cleanup(self):
        afterwards.do(self._folder.cleanup)


def driver_of(source):
    return str(source.get('driver') or source.get('type') or '').lower()
