CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  status TEXT DEFAULT 'active',
  created_at TEXT DEFAULT CURRENT_TIMESTAMP,
  updated_at TEXT DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE activity_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users (id),
  action TEXT NOT NULL,
  created_at TEXT DEFAULT CURRENT_TIMESTAMP
);

INSERT INTO users (name, email, password_hash, status) VALUES
  ('Alice Johnson', 'alice@example.com', 'hash1', 'active'),
  ('Bob Smith', 'bob@example.com', 'hash2', 'active'),
  ('Charlie Brown', 'charlie@example.com', 'hash3', 'active'),
  ('Diana Prince', 'diana@example.com', 'hash4', 'pending'),
  ('Eve Anderson', 'eve@example.com', 'hash5', 'active'),
  ('Frank Castle', 'frank@example.com', 'hash6', 'inactive'),
  ('Grace Hopper', 'grace@example.com', 'hash7', 'active'),
  ('Henry Ford', 'henry@example.com', 'hash8', 'active'),
  ('Iris West', 'iris@example.com', 'hash9', 'active'),
  ('Jack Ryan', 'jack@example.com', 'hash10', 'pending');

INSERT INTO activity_log (user_id, action) VALUES
  (1, 'login'), (1, 'view_profile'), (2, 'login'), (2, 'update_settings'), (3, 'login'),
  (3, 'create_post'), (4, 'login'), (5, 'login'), (5, 'logout');
