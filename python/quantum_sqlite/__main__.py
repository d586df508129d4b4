"""Loads a file of SQL into a SQLite database, or dumps one. Standard library only.

    PYTHON -I -X utf8 -B .../quantum_sqlite/__main__.py load DATABASE BYTES  < FILE
    PYTHON -I -X utf8 -B .../quantum_sqlite/__main__.py dump DATABASE        > FILE

By Python's own SQLite, so that locks, journals and the WAL are what they are for the application.
"""
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from quantum_sqlite.dumping import dump  # noqa: E402
from quantum_sqlite.loading import Refused, load  # noqa: E402

#: Seconds that another program may keep the database to itself.
PATIENCE = 10.0


def opened(database):
    """The database, which has to be there; no transaction begins by itself."""
    address = 'file:' + _quoted(os.path.abspath(database)) + '?mode=rw'
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE,
                           cached_statements=0)


def _quoted(path):
    from urllib.request import pathname2url

    return pathname2url(path)


def main(way, database, *rest):
    """Answers the exit code. What went wrong is the last line of the second stream."""
    try:
        connection = opened(database)
        try:
            if way == 'load':
                load(connection, sys.stdin.buffer, int(rest[0]))
            else:
                dump(connection, sys.stdout.buffer)
        finally:
            connection.close()
    except (Refused, sqlite3.Error) as error:
        sys.stderr.write('ERROR: {}\n'.format(error))
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
