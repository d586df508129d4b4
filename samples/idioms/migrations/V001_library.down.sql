DROP TABLE messages;
DROP TABLE bookings;
DROP TABLE rooms;
DROP TABLE loans;
DROP TABLE members;
DROP TABLE books;
