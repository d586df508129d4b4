DROP TABLE reviews;
DROP TABLE customers;
DROP TABLE users;
