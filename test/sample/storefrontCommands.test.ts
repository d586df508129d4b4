import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Application } from './application.js';

const storefront = path.resolve(import.meta.dirname, '../../samples/storefront');
let shop: Application;

before(async () => {
  shop = await Application.copyOf(storefront);
});
after(() => shop.remove());

test('the migrations go up, down to none, and up again with the same shop', async () => {
  const scripts = (await shop.files()).filter((file) => file.startsWith('migrations'));
  const count = scripts.filter((file) => !file.endsWith('.down.sql')).length;
  assert.equal(scripts.length, 2 * count, 'every migration has its way back');
  const shape = 'SELECT name FROM sqlite_master WHERE type = "table" ORDER BY name';
  const up = await shop.quantum('migrate', 'up');
  assert.match(up.output, new RegExp(`Applied: ${count}, Failed: 0`));
  const tables = await shop.rows(shape);
  const products = await shop.rows('SELECT * FROM products');
  assert.ok(products.length >= 24);

  const down = await shop.quantum('migrate', 'down', '-n', String(count));
  assert.match(down.output, new RegExp(`Rolled back: ${count}, Failed: 0`));
  assert.deepEqual(await shop.rows(shape), [{ name: '_migrations' }]);

  assert.equal((await shop.quantum('migrate', 'up')).code, 0);
  assert.deepEqual(await shop.rows(shape), tables);
  assert.deepEqual(await shop.rows('SELECT * FROM products'), products);
});

test('the framework’s own check finds nothing, against the real schema', async () => {
  const { code, output } = await shop.quantum('check');
  assert.equal(code, 0, output);
  assert.match(
    output,
    /^OK — \d+ file\(s\), [1-9]\d* query\(ies\) checked against the database\.$/m,
  );
  assert.doesNotMatch(output, /\[NOTE\]/);
});

test('the shop’s own tests pass and leave nothing behind in its folder', async () => {
  const before = await shop.files();
  const { code, output } = await shop.quantum('test');
  assert.equal(code, 0, output);
  const passed = Number(/^(\d+) passed, 0 failed$/m.exec(output)?.[1]);
  assert.ok(passed >= 8, output);
  assert.deepEqual(await shop.files(), before);
});

test('every product has its picture', async () => {
  const files = new Set(await shop.files());
  for (const { image } of await shop.rows('SELECT image FROM products'))
    assert.ok(files.has(path.join('static', 'products', String(image))), String(image));
});
