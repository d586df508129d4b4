CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  shelf TEXT NOT NULL,
  year INTEGER NOT NULL,
  copies INTEGER NOT NULL DEFAULT 1 CHECK (copies >= 0),
  note TEXT NOT NULL DEFAULT ''
);

CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL DEFAULT 'reader' CHECK (role IN ('reader', 'librarian')),
  pin TEXT NOT NULL,
  joined TEXT NOT NULL
);

CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES books (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  due TEXT NOT NULL,
  returned TEXT
);

CREATE TABLE rooms (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  seats INTEGER NOT NULL
);

CREATE TABLE bookings (
  id INTEGER PRIMARY KEY,
  room_id INTEGER NOT NULL REFERENCES rooms (id),
  day TEXT NOT NULL,
  hour INTEGER NOT NULL CHECK (hour BETWEEN 9 AND 18),
  who TEXT NOT NULL
);

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  sender TEXT NOT NULL,
  topic TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL
);
