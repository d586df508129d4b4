"""Files of SQL into and out of SQLite databases."""
