INSERT INTO books (id, title, author, shelf, year, copies, note) VALUES
  (1, 'The Salt Road', 'Maren Oduya', 'Travel', 1987, 2, ''),
  (2, 'Bread & Stone', 'Ilse Farkas', 'Cookery', 2004, 1, 'spine repaired'),
  (3, 'A Short Book of Long Rivers', 'Tomás Quill', 'Travel', 2011, 3, ''),
  (4, 'Owls Before Breakfast', 'Perrin Lake', 'Children', 2019, 4, 'picture book'),
  (5, 'The Clockmaker''s Ledger', 'Ada Wren', 'Novels', 1962, 0, ''),
  (6, 'Numbers for Gardeners', 'Yusuf Bello', 'Science', 1999, 1, ''),
  (7, 'Ten Bridges', 'Maren Oduya', 'Novels', 1994, 2, ''),
  (8, 'Weather Without Instruments', 'Linnea Sand', 'Science', 2016, 1, '');
INSERT INTO members (id, name, email, role, pin, joined) VALUES
  (1, 'Rosa Nilsen', 'rosa@library.example', 'librarian', '4711', '2019-03-01'),
  (2, 'Emeka Hall', 'emeka@library.example', 'reader', '2468', '2022-11-15');
INSERT INTO loans (id, book_id, member_id, due, returned) VALUES
  (1, 5, 2, '2024-05-17', NULL),
  (2, 1, 2, '2024-04-02', '2024-03-28'),
  (3, 7, 1, '2024-06-30', NULL);
INSERT INTO rooms (id, name, seats) VALUES (1, 'Attic', 6), (2, 'Garden room', 14), (3, 'Studio', 2);
INSERT INTO bookings (room_id, day, hour, who) VALUES (1, '2024-05-13', 10, 'Chess club'), (2, '2024-05-13', 15, 'Story hour');
