DELETE FROM bookings;
DELETE FROM rooms;
DELETE FROM loans;
DELETE FROM members;
DELETE FROM books;
