import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Application } from './application.js';
import type { Form } from './forms.js';
import { Visitor, type Page } from './visitor.js';

const storefront = path.resolve(import.meta.dirname, '../../samples/storefront');
let shop: Application;
let address: string;

before(async () => {
  shop = await Application.copyOf(storefront);
  const applied = await shop.quantum('migrate', 'up');
  assert.equal(applied.code, 0, applied.output);
  address = await shop.start();
});
after(() => shop.remove());

const does = (action: string) => (form: Form) => form.fields['action'] === action;

async function addToCart(visitor: Visitor, product: number, quantity = 1): Promise<Page> {
  const page = await visitor.visit(`/product/${product}`);
  return visitor.submit(page, does('add'), { quantity: String(quantity) });
}

const to = { recipient: 'Ana Duarte', street: 'Rua das Flores 18', city: 'Porto' };

test('from the shelf to the order: cart, login, checkout, order', async () => {
  const visitor = new Visitor(address);
  const cart = await addToCart(visitor, 4, 2);
  assert.equal(cart.path, '/cart');
  assert.match(cart.text, /Teapot is in your cart\./);
  assert.match(cart.text, /Cart 2 /);
  assert.match(cart.text, /Subtotal €136\.00/);

  const login = await visitor.visit('/checkout');
  assert.equal(login.path, '/login?next=/checkout');
  const checkout = await visitor.submit(login, (form) => 'password' in form.fields, {
    email: 'ana@example.com',
    password: 'linden-demo',
  });
  assert.equal(checkout.path, '/checkout', 'signing in leads back to the checkout');

  const order = await visitor.submit(checkout, does('placeOrder'), {
    ...to,
    note: 'Second floor',
  });
  const number = /Your order (\d+) is with us/.exec(order.text)?.[1];
  assert.ok(number, order.text);
  assert.equal(order.path, `/orders/${number}`);
  assert.match(order.text, /Subtotal €136\.00 Shipping Free Total €136\.00/);
  assert.match(order.text, /“Second floor”/);

  assert.match((await visitor.visit('/orders')).text, new RegExp(`No\\. ${number} `));
  assert.match((await visitor.visit('/cart')).text, /Your cart is empty/);
  assert.deepEqual(await shop.rows('SELECT stock FROM products WHERE id = 4'), [{ stock: 7 }]);

  const admin = new Visitor(address);
  await admin.signIn('nora@linden-clay.example', 'linden-admin');
  const orders = await admin.visit('/admin/orders');
  const moved = await admin.submit(orders, (form) => form.fields['order'] === number, {
    status: 'sent',
  });
  assert.match(moved.text, new RegExp(`Order ${number} is now sent\\.`));
  assert.match((await visitor.visit(`/orders/${number}`)).text, /On its way/);
});

test('a form that breaks a rule comes back with what was typed and what is wrong', async () => {
  const visitor = new Visitor(address);
  await addToCart(visitor, 1);
  await visitor.signIn('ana@example.com', 'linden-demo');
  const before = await shop.rows('SELECT count(*) AS orders FROM orders');
  const page = await visitor.visit('/checkout');
  const refused = await visitor.submit(page, does('placeOrder'), {
    ...to,
    postcode: '!',
    city: '',
  });
  assert.equal(refused.path, '/checkout');
  assert.match(refused.text, /Please check what you entered/);
  assert.match(refused.html, /name="city"[\s\S]*?class="q-field-error" role="alert">Required</);
  assert.match(
    refused.html,
    /name="recipient"[^>]*value="Ana Duarte"|value="Ana Duarte"[^>]*name="recipient"/,
  );
  assert.deepEqual(await shop.rows('SELECT count(*) AS orders FROM orders'), before);
});

test('a wrong password is refused, the right one is not', async () => {
  const visitor = new Visitor(address);
  const refused = await visitor.signIn('ana@example.com', 'guess');
  assert.match(refused.path, /^\/login/);
  assert.match(refused.text, /That email and password do not belong together\./);
  assert.match((await visitor.visit('/account')).path, /^\/login/);
  assert.match((await visitor.signIn('ana@example.com', 'linden-demo')).text, /Hello, Ana Duarte/);
});

test('signing out ends the session', async () => {
  const visitor = new Visitor(address);
  await visitor.signIn('ana@example.com', 'linden-demo');
  const page = await visitor.visit('/logout');
  await visitor.submit(page, (form) => form.method === 'post', {});
  assert.match((await visitor.visit('/account')).path, /^\/login/);
});

test('what is sold out never enters the cart', async () => {
  const visitor = new Visitor(address);
  const page = await addToCart(visitor, 8);
  assert.equal(page.path, '/sold-out?product=8');
  assert.match(page.text, /The Bedside light is sold out\./);
  assert.match((await visitor.visit('/cart')).text, /Your cart is empty/);
});

test('a review is shown below its product, escaped', async () => {
  const visitor = new Visitor(address);
  const page = await visitor.visit('/product/2');
  const body = 'Deep & wide, <b>really</b> so.';
  const reviewed = await visitor.submit(page, does('review'), { author: 'Mia', rating: '4', body });
  assert.match(reviewed.text, /Thank you, Mia\./);
  assert.ok(reviewed.text.includes(body));
  assert.ok(!reviewed.html.includes('<b>really</b>'));
});

test('a new account can sign in again, and its email is taken', async () => {
  const visitor = new Visitor(address);
  const page = await visitor.visit('/register');
  const values = { name: 'Lena', email: 'lena@example.com', password: 'ten-letters' };
  const made = await visitor.submit(page, does('createAccount'), values);
  assert.match(made.text, /Hello, Lena/);
  const again = new Visitor(address);
  assert.match((await again.signIn('lena@example.com', 'ten-letters')).text, /Hello, Lena/);
  const twice = await new Visitor(address).submit(page, does('createAccount'), values);
  assert.match(twice.text, /There is an account for lena@example\.com already/);
});

test('the back office edits a product, a count in place, and the announcement', async () => {
  const admin = new Visitor(address);
  await admin.signIn('nora@linden-clay.example', 'linden-admin');
  const form = await admin.visit('/admin/products/6');
  await admin.submit(form, does('save'), { price_cents: '12500' });
  assert.match((await admin.visit('/product/6')).text, /€125\.00/);

  const stock = await admin.visit('/admin/stock');
  const cell = (one: Form) => one.fields['__column'] === 'stock' && one.fields['__key'] === '8';
  assert.match((await admin.submit(stock, cell, { value: '5' })).text, /Saved: stock/);
  assert.match((await admin.visit('/product/8')).text, /A few left/);

  const overview = await admin.visit('/admin');
  await admin.submit(overview, (one) => 'announcement' in one.fields, {
    announcement: 'Closed on Monday',
  });
  assert.match((await new Visitor(address).visit('/')).text, /^Closed on Monday/);
  assert.doesNotMatch(shop.serverLog, /did not resolve|ERROR|Traceback/);
});
