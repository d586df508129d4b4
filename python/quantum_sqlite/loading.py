"""A file of SQL into a database: all of it or nothing."""
import re
import sqlite3

from quantum_sqlite.statements import statements

#: What SQLite takes outside of a transaction only; before anything else of a file it is given there.
_SETTINGS = re.compile(
    r'(?:\s|--[^\n]*\n|/\*.*?\*/)*pragma\s+'
    r'(?:foreign_keys|journal_mode|page_size|auto_vacuum|encoding|synchronous)\b',
    re.IGNORECASE | re.DOTALL)
_TRANSACTION, _ATTACH, _DETACH = 22, 24, 25
_IGNORE = 2
_DENY = 1


class Refused(Exception):
    """Why a file is not loaded, in words."""


class Gate:
    """What a file may not do: its own BEGIN and COMMIT mean nothing, the one transaction is ours."""

    def __init__(self):
        self.is_ours = False
        self.refused = None

    def __call__(self, action, first, *_):
        if action == _TRANSACTION and not self.is_ours:
            if first != 'ROLLBACK':
                return _IGNORE
            self.refused = 'a ROLLBACK would take back all of the file'
            return _DENY
        if action in (_ATTACH, _DETACH):
            self.refused = 'a file may not attach other databases'
            return _DENY
        return 0


def load(connection, stream, size):
    """Runs a file of `size` bytes in one transaction.

    A stream that ends before was cut off: then, as after any failure, the database is what it was.
    """
    gate = Gate()
    connection.set_authorizer(gate)
    source = Source(stream)

    def ours(statement):
        gate.is_ours = True
        connection.execute(statement)
        gate.is_ours = False

    has_begun = False
    try:
        for line, text in statements(source.lines()):
            if not has_begun and not _SETTINGS.match(text):
                ours('BEGIN IMMEDIATE')
                has_begun = True
            try:
                # Read to its end: a statement that answers rows has not run before.
                for _ in connection.execute(text):
                    pass
            except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
                raise Refused('line {}: {}'.format(line, gate.refused or error))
        if source.read != size:
            raise Refused('the file changed while it was read')
        if has_begun:
            ours('COMMIT')
    except BaseException:
        if connection.in_transaction:
            ours('ROLLBACK')
        raise


class Source:
    """The lines of a stream, and how many bytes they were."""

    def __init__(self, stream):
        self.read = 0
        self._stream = stream

    def lines(self):
        """With their ends. @raise Refused for what is no UTF-8"""
        for number, line in enumerate(self._stream, 1):
            self.read += len(line)
            try:
                yield line.decode('utf-8-sig' if number == 1 else 'utf-8')
            except UnicodeDecodeError:
                raise Refused('line {}: this is not UTF-8; save the file as UTF-8'.format(number))
