CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL DEFAULT ''
);

INSERT INTO people (name, email, note) VALUES ('Ada Lovelace', 'ada@example.com', 'Wrote the first program.');
INSERT INTO people (name, email, note) VALUES ('Grace Hopper', 'grace@example.com', 'Found the first bug.');
