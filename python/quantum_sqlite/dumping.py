"""A database as a text of SQL that makes it anew."""
import math

_FLUSHED = 64 * 1024


def dump(connection, stream):
    """Writes tables, rows, indexes, triggers and views as they are at one moment."""
    # The first read takes the snapshot; it lasts until the transaction ends.
    connection.execute('BEGIN')
    waiting, size = [], 0
    for line in lines(connection):
        data = (line + '\n').encode('utf-8')
        waiting.append(data)
        size += len(data)
        if size >= _FLUSHED:
            stream.write(b''.join(waiting))
            waiting, size = [], 0
    stream.write(b''.join(waiting))
    stream.flush()
    connection.execute('COMMIT')


def lines(connection):
    """The statements, a row each. Foreign keys are not looked at while rows come table by table."""
    yield 'PRAGMA foreign_keys=OFF;'
    yield 'BEGIN TRANSACTION;'
    for setting in ('application_id', 'user_version'):
        (value,) = connection.execute('PRAGMA ' + setting).fetchone()
        if value:
            yield 'PRAGMA {}={};'.format(setting, value)
    made = connection.execute(
        'SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid').fetchall()
    tables = [one for one in made if one[0] == 'table']
    virtual = [one for one in tables if _is_virtual(one[2])]
    for _, name, sql in tables:
        if name.startswith('sqlite_') or _is_virtual(sql):
            continue
        yield sql + ';'
        for line in rows(connection, name):
            yield line
    if any(name == 'sqlite_sequence' for _, name, _ in tables):
        yield 'DELETE FROM sqlite_sequence;'
        for line in rows(connection, 'sqlite_sequence'):
            yield line
    # Their content lies in tables of their own, which are there by now: they are entered, not made.
    if virtual:
        yield 'PRAGMA writable_schema=ON;'
        for _, name, sql in virtual:
            yield ('INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)'
                   'VALUES(\'table\',{0},{0},0,{1});').format(literal(name), literal(sql))
        yield 'PRAGMA writable_schema=RESET;'
    for kind, name, sql in made:
        if kind != 'table' and not name.startswith('sqlite_'):
            yield sql + ';'
    yield 'COMMIT;'


def rows(connection, table):
    """An INSERT for each row; columns that are computed are left out."""
    name = '"{}"'.format(table.replace('"', '""'))
    columns = connection.execute('PRAGMA table_info({})'.format(name)).fetchall()
    chosen = ','.join('"{}"'.format(one[1].replace('"', '""')) for one in columns)
    for row in connection.execute('SELECT {} FROM {}'.format(chosen, name)):
        yield 'INSERT INTO {} VALUES({});'.format(name, ','.join(map(literal, row)))


def literal(value):
    """A value as SQL reads it back, to the last bit."""
    if value is None:
        return 'NULL'
    if isinstance(value, bytes):
        return "X'{}'".format(value.hex())
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else ('9e999' if value > 0 else '-9e999')
    if isinstance(value, int):
        return str(value)
    if '\0' in value:
        # A literal would end there.
        return "CAST(X'{}' AS TEXT)".format(value.encode('utf-8').hex())
    return "'{}'".format(value.replace("'", "''"))


def _is_virtual(sql):
    return sql.upper().startswith('CREATE VIRTUAL TABLE')
