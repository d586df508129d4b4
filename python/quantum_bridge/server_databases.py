"""Databases for one test each on a PostgreSQL or MariaDB of this machine: made, used like SQLite's, dropped."""

import itertools
import os
import re
import sqlite3

KINDS = {'postgres': 'postgresql', 'postgresql': 'postgresql', 'mysql': 'mariadb', 'mariadb': 'mariadb'}
"""What a configuration calls them."""

LOCAL = ('', 'localhost', '127.0.0.1', '::1')
PREFIX = 'quantum_test_'

_numbers = itertools.count(1)
_swept = set()


class Unusable(Exception):
    """Why there can be no database, for a person."""


class ServerDatabase:
    """A database of its own on the server of a datasource."""

    def __init__(self, name, source):
        self.kind = KINDS[str(source.get('driver') or source.get('type')).lower()]
        self._source = source
        host = str(source.get('host') or 'localhost')
        if host not in LOCAL:
            raise Unusable(
                'datasource "%s" is on %s: a test makes and drops a database of its own, and does so only on this '
                'machine. Use a %s that runs here' % (name, host, self.kind)
            )
        # With the process: what one that was killed left is found by it.
        self.name = '%s%d_%d' % (PREFIX, os.getpid(), next(_numbers))
        try:
            with closing(self._open(self._own_name())) as server:
                self._sweep(server, (self.kind, host, source.get('port')))
                run(server, 'CREATE DATABASE %s' % self.name)
        except ImportError as error:
            raise Unusable('datasource "%s" needs the package %s in this Python' % (name, error.name)) from None
        except Exception as error:  # each driver has errors of its own
            raise Unusable(
                'datasource "%s": no database for this test could be made on %s:%s: %s'
                % (name, host, source.get('port') or '?', said(error))
            ) from None

    def connect(self):
        return Connection(self._open(self.name), self.kind)

    def migrate(self, text):
        with closing(self._open(self.name, many=True)) as connection:
            cursor = connection.cursor()
            cursor.execute(text)
            while self.kind == 'mariadb' and cursor.nextset():
                pass
            connection.commit()

    def drop(self):
        with closing(self._open(self._own_name())) as server:
            drop(server, self.kind, self.name)

    def _own_name(self):
        """The database the person has: nothing is asked of it but to be connected to."""
        return self._source.get('database') or ('postgres' if self.kind == 'postgresql' else None)

    def _open(self, database, many=False):
        source = self._source
        host, user = source.get('host') or 'localhost', source.get('username') or source.get('user') or ''
        password = str(source.get('password') or '')
        if self.kind == 'postgresql':
            import psycopg2

            connection = psycopg2.connect(
                host=host,
                port=int(source.get('port') or 5432),
                dbname=database,
                user=user,
                password=password,
                connect_timeout=5,
            )
            connection.autocommit = not many
            return connection
        import pymysql
        from pymysql.constants import CLIENT

        return pymysql.connect(
            host=host,
            port=int(source.get('port') or 3306),
            database=database,
            user=user,
            password=password,
            connect_timeout=5,
            autocommit=True,
            client_flag=CLIENT.MULTI_STATEMENTS if many else 0,
            # The framework's tests write names as the standard does.
            sql_mode=None if many else 'ANSI_QUOTES,STRICT_TRANS_TABLES',
        )

    def _sweep(self, server, key):
        """Once a process: databases of processes that are gone."""
        if key in _swept:
            return
        _swept.add(key)
        names = {
            'postgresql': "SELECT datname FROM pg_database WHERE datname LIKE 'quantum_test_%%'",
            'mariadb': "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'quantum_test_%%'",
        }
        for (name,) in run(server, names[self.kind].replace('%%', '%')).fetchall():
            found = re.fullmatch(PREFIX + r'(\d+)_\d+', name)
            if found and not is_running(int(found.group(1))):
                drop(server, self.kind, name)


class closing:
    def __init__(self, connection):
        self._connection = connection

    def __enter__(self):
        return self._connection

    def __exit__(self, *_error):
        self._connection.close()


def run(connection, sql):
    cursor = connection.cursor()
    cursor.execute(sql)
    return cursor


def drop(server, kind, name):
    if kind == 'postgresql':
        run(server, 'DROP DATABASE IF EXISTS %s WITH (FORCE)' % name)
        return
    for (number,) in run(server, "SELECT id FROM information_schema.processlist WHERE db = '%s'" % name).fetchall():
        try:
            run(server, 'KILL %d' % number)
        except Exception:  # it has ended by itself
            continue
    run(server, 'DROP DATABASE IF EXISTS %s' % name)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


class Connection:
    """As much of a connection of `sqlite3` as the steps of a test use: `?` for values, its own errors."""

    def __init__(self, connection, kind):
        self._connection = connection
        self._written = set()
        self.kind = kind

    def execute(self, sql, values=()):
        cursor = self._connection.cursor()
        written = re.match(r'INSERT INTO "([^"]+)"', sql)
        if written:
            self._written.add(written.group(1))
        if self.kind == 'mariadb':
            sql = sql.replace(' DEFAULT VALUES', ' () VALUES ()')
        try:
            # Without values a driver leaves the text as it is.
            cursor.execute(marked(sql), list(values)) if values else cursor.execute(sql)
        except Exception as error:  # each driver has errors of its own
            raise sqlite3.OperationalError(said(error)) from None
        return cursor

    def commit(self):
        """What was written with a number of its own is not given to the next row: SQLite counts on by itself."""
        if self.kind == 'postgresql':
            for table in self._written:
                for column, sequence in self._sequences(table):
                    self.execute('SELECT setval(\'%s\', (SELECT max("%s") FROM "%s"))' % (sequence, column, table))
        self._written.clear()

    def close(self):
        self._connection.close()

    def _sequences(self, table):
        rows = self.execute(
            'SELECT column_name, pg_get_serial_sequence(?, column_name) FROM information_schema.columns '
            "WHERE table_schema = 'public' AND table_name = ?",
            ['"%s"' % table, table],
        ).fetchall()
        return [(column, sequence) for column, sequence in rows if sequence]


def said(error):
    """The server's own words, without what a driver puts around them."""
    return str(error.args[-1] if error.args else error).strip().split('\n')[0]


def marked(sql):
    """`?` outside of texts becomes the drivers' mark."""
    parts = re.split(r"('(?:[^']|'')*')", sql.replace('%', '%%'))
    return ''.join(part if at % 2 else part.replace('?', '%s') for at, part in enumerate(parts))


def schema_of(connection):
    """{table: db_schema.Table}, as the framework reads it from SQLite."""
    from quantum.runtime.db_schema import Column, Table

    here = "table_schema = 'public'" if connection.kind == 'postgresql' else 'table_schema = DATABASE()'
    tables = {}
    for name, column, kind, nullable, default, identity in connection.execute(
        'SELECT table_name, column_name, data_type, is_nullable, column_default, %s '
        'FROM information_schema.columns WHERE %s ORDER BY table_name, ordinal_position'
        % ('is_identity' if connection.kind == 'postgresql' else 'extra', here)
    ).fetchall():
        counted = identity in ('YES', 'auto_increment')
        table = tables.setdefault(name, Table(name))
        table.columns[column] = Column(column, kind.upper(), nullable == 'NO', default, counted)
    for name, column, target, key in foreign_keys(connection, here):
        if name in tables and column in tables[name].columns:
            tables[name].columns[column].references = (target, key)
    return tables


def foreign_keys(connection, here):
    if connection.kind == 'mariadb':
        return connection.execute(
            'SELECT table_name, column_name, referenced_table_name, referenced_column_name '
            'FROM information_schema.key_column_usage WHERE %s AND referenced_table_name IS NOT NULL' % here
        ).fetchall()
    return connection.execute(
        'SELECT own.table_name, own.column_name, other.table_name, other.column_name '
        'FROM information_schema.referential_constraints AS reference '
        'JOIN information_schema.key_column_usage AS own USING (constraint_schema, constraint_name) '
        'JOIN information_schema.key_column_usage AS other '
        'ON other.constraint_schema = reference.unique_constraint_schema '
        'AND other.constraint_name = reference.unique_constraint_name '
        'AND other.ordinal_position = own.position_in_unique_constraint'
    ).fetchall()
