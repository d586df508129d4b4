"""The database of a test: what the same migrations made before, as if they had been applied each time.

Where that is not certain, they are.
"""

import re
import sqlite3

MOST_BYTES = 32 * 1024 * 1024

CLOCK_OR_CHANCE = re.compile(
    r"current_(?:date|time|timestamp)|'now'|\b(?:date|time|datetime|julianday|unixepoch|strftime|random|randomblob)\s*\(",
    re.IGNORECASE,
)
TABLE = re.compile(r'\bcreate\s+table\b[^;]*;', re.IGNORECASE)

_migrated = {}
"""Folder of the migrations → (what they were made of, the database they make)."""


def migrate(world, migrations, apply):
    """`apply(migrations)` into the one database of a world: a copy of what the same migrations made before."""
    database = next(iter(world.databases.values())) if len(world.databases) == 1 else None
    if database is None or not migrations.is_dir():
        apply(migrations)
        return
    made_of = [(path.name, path.read_bytes()) for path in sorted(migrations.glob('*.sql'))]
    made_of.append(('', (world.app_root / 'quantum.config.yaml').read_bytes()))
    known = _migrated.get(str(migrations))
    if known is not None and known[0] == made_of:
        database.write_bytes(known[1])
        return
    _migrated.pop(str(migrations), None)
    apply(migrations)
    beside = [one for one in database.parent.glob(database.name + '-*') if one.stat().st_size]
    if beside or database.stat().st_size > MOST_BYTES or says_when_it_was_made(database, made_of):
        return
    _migrated[str(migrations)] = (made_of, database.read_bytes())


def says_when_it_was_made(database, made_of):
    """Whether a row may hold the time it was written at, or a number by chance."""
    text = '\n'.join(content.decode('utf-8', 'replace') for name, content in made_of if name)
    if not CLOCK_OR_CHANCE.search(text):
        return False
    if CLOCK_OR_CHANCE.search(TABLE.sub('', text)):
        return True
    # Only tables ask, for a column that is not given: of one without rows nobody asked.
    connection = sqlite3.connect(database)
    try:
        tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        return any(
            CLOCK_OR_CHANCE.search(sql or '') and has_rows(connection, name)
            for name, sql in tables
            if name != '_migrations'
        )
    finally:
        connection.close()


def has_rows(connection, table):
    quoted = '"%s"' % table.replace('"', '""')
    return connection.execute('SELECT 1 FROM %s LIMIT 1' % quoted).fetchone() is not None
