-- The first season, two people to sign in as (see the README), and a little history.
INSERT INTO categories (id, slug, name, tagline, position) VALUES
  (1, 'tableware', 'Tableware', 'Stoneware for every day', 1),
  (2, 'lighting', 'Lighting', 'Warm light, low glare', 2),
  (3, 'textiles', 'Textiles', 'Wool, linen and cotton', 3),
  (4, 'kitchen', 'Kitchen', 'Tools that last', 4),
  (5, 'garden', 'Plants', 'Pots and cans for the green corner', 5),
  (6, 'desk', 'Desk', 'A clear place to think', 6);

INSERT INTO products (id, category_id, name, summary, description, material, price_cents, stock, featured, image, created_at) VALUES
  (1, 1, 'Stoneware mug', 'A generous mug that keeps its warmth.', 'Thrown in small batches and glazed inside and out. The handle takes three fingers, the foot is left bare so you feel the clay.', 'Stoneware, lead-free glaze', 2400, 42, 1, 'mug.svg', '2026-02-03'),
  (2, 1, 'Noodle bowl', 'Deep enough for soup, low enough for salad.', 'A wide bowl with a steady foot and a lip that pours. Stacks six high and goes from oven to table.', 'Stoneware, matte glaze', 3200, 25, 0, 'bowl.svg', '2026-02-03'),
  (3, 1, 'Dinner plate', 'A flat plate with a quiet rim.', 'The rim is just high enough to keep a sauce where it belongs. Made to be stacked, chipped rarely, replaced singly.', 'Stoneware, satin glaze', 2800, 60, 0, 'plate.svg', '2026-02-10'),
  (4, 1, 'Teapot', 'Four cups, no drips.', 'The spout is cut by hand until it stops dripping, and not a minute earlier. With a removable steel strainer.', 'Stoneware, stainless steel', 6800, 9, 1, 'teapot.svg', '2026-02-17'),
  (5, 2, 'Paper lantern', 'A soft globe for the middle of the room.', 'Folded from mulberry paper over a bamboo frame. Ships flat, opens in a minute.', 'Mulberry paper, bamboo', 4900, 18, 0, 'lantern.svg', '2026-02-17'),
  (6, 2, 'Desk lamp', 'Turns, tilts and stays where you leave it.', 'A weighted base, two joints and a shade that hides the bulb from your eyes. Takes any E14 lamp.', 'Steel, oak', 11900, 7, 1, 'lamp.svg', '2026-02-24'),
  (7, 2, 'Beeswax candles', 'Three tapers that smell of summer.', 'Poured by a beekeeper in County Clare. Eight hours each, no soot to speak of.', 'Pure beeswax', 1800, 80, 0, 'candles.svg', '2026-02-24'),
  (8, 2, 'Bedside light', 'A mushroom of milk glass.', 'Mouth-blown glass over a brass foot, dimmed by touch. The light you read the last page by.', 'Glass, brass', 8900, 0, 0, 'bedside.svg', '2026-03-03'),
  (9, 3, 'Wool throw', 'Warm, light and a little too long.', 'Woven in Donegal from undyed and plant-dyed lambswool, washed soft and finished with a fringe.', 'Lambswool', 14500, 12, 1, 'throw.svg', '2026-03-03'),
  (10, 3, 'Linen cushion', 'A square of washed linen.', 'Stonewashed linen with a hidden zip and a feather inner. Gets better with every wash.', 'Linen, feather', 4200, 33, 0, 'cushion.svg', '2026-03-10'),
  (11, 3, 'Tea towels', 'Set of two, absorbent from day one.', 'Half linen, half cotton: dries glasses without lint and hangs well on a hook.', 'Linen and cotton', 1900, 54, 0, 'towel.svg', '2026-03-10'),
  (12, 3, 'Woven rug', 'Flat-woven, reversible, 70 by 140.', 'Two faces, two moods. Woven on a hand loom from recycled wool; stays put on wooden floors.', 'Recycled wool', 16900, 4, 0, 'rug.svg', '2026-03-17'),
  (13, 4, 'Cutting board', 'One piece of ash, no glue.', 'Cut along the grain, oiled twice, with a groove for the juice and a hole for the hook.', 'Ash wood', 5400, 21, 0, 'board.svg', '2026-03-17'),
  (14, 4, 'Coffee dripper', 'Slow coffee, one cup at a time.', 'Ribbed inside so the water takes its time. Fits size 02 papers and most mugs, ours included.', 'Porcelain', 2900, 37, 1, 'dripper.svg', '2026-03-24'),
  (15, 4, 'Enamel kettle', 'For gas, for induction, for the fire.', 'Two layers of enamel on steel, a cool wooden grip and a whistle you can live with.', 'Enamelled steel, beech', 7900, 15, 0, 'kettle.svg', '2026-03-24'),
  (16, 4, 'Storage jar', 'A cork lid that closes with a sigh.', 'For coffee, flour or the good biscuits. One litre, straight sides, easy to label.', 'Glass, cork', 2200, 48, 0, 'jar.svg', '2026-03-31'),
  (17, 5, 'Terracotta planter', 'A pot that breathes.', 'Unglazed terracotta with its own saucer. The salts that bloom on it are part of the charm.', 'Terracotta', 3600, 29, 1, 'planter.svg', '2026-03-31'),
  (18, 5, 'Watering can', 'A long neck for small pots.', 'Balanced when full, precise when tilted. 1.2 litres, which is two windowsills.', 'Powder-coated steel', 4400, 16, 0, 'can.svg', '2026-04-07'),
  (19, 5, 'Hanging planter', 'A green corner without a table.', 'A shallow bowl on three cotton cords, with a hook for the ceiling.', 'Stoneware, cotton', 3900, 11, 0, 'hanging.svg', '2026-04-07'),
  (20, 5, 'Bud vase', 'For one stem, or two that get along.', 'A narrow neck and a heavy foot. Looks finished when it is empty, too.', 'Stoneware, reactive glaze', 2600, 40, 1, 'vase.svg', '2026-04-14'),
  (21, 6, 'Cloth notebook', 'Opens flat, stays shut.', '192 dotted pages sewn in signatures, bound in cotton cloth with an elastic band.', 'Paper, cotton cloth', 1600, 95, 0, 'notebook.svg', '2026-04-14'),
  (22, 6, 'Pencil cup', 'A home for eleven pencils.', 'Heavy enough not to tip when you look for the one at the back.', 'Stoneware', 2000, 44, 0, 'pencils.svg', '2026-04-21'),
  (23, 6, 'Wall clock', 'Tells the time, quietly.', 'A silent sweep movement behind a birch face, 28 centimetres across.', 'Birch, steel', 7200, 8, 1, 'clock.svg', '2026-04-21'),
  (24, 6, 'Oak tray', 'Keys, glasses, letters: there.', 'A shallow tray turned from one oak board, felt underneath.', 'Oak, wool felt', 3400, 2, 0, 'tray.svg', '2026-04-28');

INSERT INTO users (id, email, name, password_hash, role, created_at) VALUES
  (1, 'nora@linden-clay.example', 'Nora Byrne', '$2b$10$Gcx4p58WnqCaFJHFkQFizelErwmqKUC2GtBmvblrJ.r/gR0jZCR4.', 'admin', '2026-02-01'),
  (2, 'ana@example.com', 'Ana Duarte', '$2b$10$Gp6KPyjpbzWllK1ZfjA4Y.ObaBYv8X7ivSgSPLuA6oV9MFE4iGiva', 'customer', '2026-03-12'),
  (3, 'tom@example.com', 'Tom Okafor', '$2b$10$Gp6KPyjpbzWllK1ZfjA4Y.ObaBYv8X7ivSgSPLuA6oV9MFE4iGiva', 'customer', '2026-04-02');

INSERT INTO customers (user_id, phone, street, city, postcode, country) VALUES
  (1, '', '4 Kiln Lane', 'Galway', 'H91 X2K8', 'IE'),
  (2, '+351 210 000 000', 'Rua das Flores 18', 'Porto', '4050-262', 'PT'),
  (3, '', '77 Mill Road', 'Cambridge', 'CB1 2AS', 'GB');

INSERT INTO reviews (product_id, author, rating, body, created_at) VALUES
  (1, 'Ana', 5, 'Holds exactly the amount of tea I need before anyone may talk to me.', '2026-04-11'),
  (1, 'Tom', 4, 'Lovely weight. I would take it in a darker glaze as well.', '2026-04-19'),
  (4, 'Marit', 5, 'It really does not drip. I have tried to make it.', '2026-04-22'),
  (6, 'Jules', 5, 'The joints have not moved in two months of drawing under it.', '2026-05-02'),
  (9, 'Ana', 5, 'Long enough for two people who pretend not to be cold.', '2026-05-06'),
  (14, 'Piet', 4, 'Slow, as promised. The cup is better for it.', '2026-05-09'),
  (17, 'Saoirse', 5, 'My basil is alive in June, which is a first.', '2026-06-01'),
  (20, 'Tom', 4, 'Bought one, came back for the second.', '2026-06-08'),
  (23, 'Ines', 5, 'I forgot it was there until I needed the time.', '2026-06-15');

INSERT INTO orders (id, user_id, status, recipient, street, city, postcode, country, note, subtotal_cents, shipping_cents, created_at) VALUES
  (1001, 2, 'delivered', 'Ana Duarte', 'Rua das Flores 18', 'Porto', '4050-262', 'PT', '', 16900, 0, '2026-04-05'),
  (1002, 3, 'sent', 'Tom Okafor', '77 Mill Road', 'Cambridge', 'CB1 2AS', 'GB', 'Please leave it with number 79.', 5200, 650, '2026-06-02'),
  (1003, 2, 'packed', 'Ana Duarte', 'Rua das Flores 18', 'Porto', '4050-262', 'PT', '', 7200, 950, '2026-06-20'),
  (1004, 3, 'cancelled', 'Tom Okafor', '77 Mill Road', 'Cambridge', 'CB1 2AS', 'GB', '', 8900, 0, '2026-06-21');

INSERT INTO order_items (order_id, product_id, name, unit_cents, quantity) VALUES
  (1001, 1, 'Stoneware mug', 2400, 1),
  (1001, 9, 'Wool throw', 14500, 1),
  (1002, 20, 'Bud vase', 2600, 2),
  (1003, 23, 'Wall clock', 7200, 1),
  (1004, 8, 'Bedside light', 8900, 1);
