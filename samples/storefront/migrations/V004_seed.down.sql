DELETE FROM order_items;
DELETE FROM orders;
DELETE FROM reviews;
DELETE FROM customers;
DELETE FROM users;
DELETE FROM products;
DELETE FROM categories;
