import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Application } from './application.js';
import { routesOf, sources } from './routes.js';
import { Visitor, type Page } from './visitor.js';

const storefront = path.resolve(import.meta.dirname, '../../samples/storefront');

/** Who must be signed in to see a page, and a sentence only that page shows. */
interface Proof {
  readonly who?: 'customer' | 'admin';
  readonly text: string;
  /** A query that finds the ids a dynamic route is visited with. */
  readonly ids?: string;
}

const proofs: Readonly<Record<string, Proof>> = {
  '/': { text: 'Favourites of the season' },
  '/about': { text: 'We sell what we would keep' },
  '/account': { who: 'customer', text: 'Name and address' },
  '/admin': { who: 'admin', text: 'Latest orders' },
  '/admin/orders': { who: 'admin', text: 'Move to' },
  '/admin/products': { who: 'admin', text: 'New product' },
  '/admin/products/[id]': {
    who: 'admin',
    text: 'Show it on the front page',
    ids: 'SELECT id FROM products',
  },
  '/admin/stock': { who: 'admin', text: 'Change a price or a count right in the table' },
  '/cart': { text: 'Your cart is empty' },
  '/catalogue': { text: 'The catalogue' },
  '/checkout': { who: 'customer', text: 'There is nothing to check out' },
  '/login': { text: 'Accounts of this demonstration' },
  '/logout': { text: 'Sign out?' },
  '/orders': { who: 'customer', text: 'Your orders' },
  '/orders/[id]': {
    who: 'customer',
    text: 'Delivery',
    ids: 'SELECT o.id FROM orders o JOIN users u ON u.id = o.user_id WHERE u.email = "ana@example.com"',
  },
  '/product/[id]': { text: 'Write a review', ids: 'SELECT id FROM products' },
  '/register': { text: 'at least ten characters' },
  '/sold-out': { text: 'Not enough in stock' },
};

let shop: Application;
let address: string;

before(async () => {
  shop = await Application.copyOf(storefront);
  const applied = await shop.quantum('migrate', 'up');
  assert.equal(applied.code, 0, applied.output);
  address = await shop.start();
});
after(() => shop.remove());

async function people(): Promise<Record<'visitor' | 'customer' | 'admin', Visitor>> {
  const customer = new Visitor(address);
  const admin = new Visitor(address);
  const arrived = await customer.signIn('ana@example.com', 'linden-demo');
  assert.match(arrived.text, /Welcome back, Ana Duarte\./);
  await admin.signIn('nora@linden-clay.example', 'linden-admin');
  return { visitor: new Visitor(address), customer, admin };
}

function assertWhole(page: Page, text: string): void {
  assert.equal(page.status, 200, page.path);
  assert.ok(page.text.includes(text), `${page.path} does not show "${text}"`);
  assert.doesNotMatch(page.html, /\{[^}]*\}/, `${page.path} shows an expression unresolved`);
}

test('the shop has at least twelve pages and a dozen components around them', async () => {
  const components = path.join(storefront, 'components');
  const routes = await routesOf(components);
  assert.ok(routes.length >= 12, `${routes.length} pages`);
  assert.ok((await sources(components)).length - routes.length >= 10);
  assert.deepEqual(Object.keys(proofs).sort(), routes, 'each page has its proof below');
});

test('every page answers 200 with its own text, for whoever may see it', async () => {
  const who = await people();
  const seen = new Set<string>();
  for (const [route, proof] of Object.entries(proofs)) {
    const ids = proof.ids === undefined ? [undefined] : await shop.rows(proof.ids);
    assert.ok(ids.length > 0, `${route} has no row to show`);
    for (const row of ids) {
      const page = await who[proof.who ?? 'visitor'].visit(
        route.replace('[id]', String(row?.['id'])),
      );
      assertWhole(page, proof.text);
      seen.add(page.html);
    }
  }
  assert.ok(seen.size >= Object.keys(proofs).length, 'no two pages are the same');
  assert.doesNotMatch(shop.serverLog, /did not resolve|WARNING|ERROR|Traceback/);
});

test('every link and picture on the open pages leads somewhere', async () => {
  const visitor = new Visitor(address);
  const wanted = new Set(['/']);
  for (const path of wanted) {
    const page = await visitor.visit(path);
    assert.equal(page.status, 200, path);
    if (path.startsWith('/static/')) continue;
    for (const [, link = ''] of page.html.matchAll(/(?:href|src)="(\/[^"#]*)"/g))
      wanted.add(link.replaceAll('&amp;', '&'));
  }
  assert.ok(wanted.size > 60, `${wanted.size} addresses`);
});

test('pages behind the login send a visitor there, and a customer no further', async () => {
  const { visitor, customer } = await people();
  for (const [route, proof] of Object.entries(proofs)) {
    if (proof.who === undefined) continue;
    const address = route.replace('[id]', '1001');
    const page = await visitor.visit(address);
    assert.match(page.path, /^\/login/, `${address} is open to everyone`);
    if (proof.who === 'admin') assert.equal((await customer.visit(address)).status, 403, address);
  }
});

test('someone else’s order stays unseen', async () => {
  const { customer } = await people();
  const [foreign] = await shop.rows(
    'SELECT id FROM orders WHERE user_id = (SELECT id FROM users WHERE email = "tom@example.com")',
  );
  const page = await customer.visit(`/orders/${String(foreign?.['id'])}`);
  assertWhole(page, 'There is no such order');
});

test('an unknown product says so and shows the way back', async () => {
  const page = await new Visitor(address).visit('/product/4711');
  assertWhole(page, 'We could not find that product');
  assert.match(page.html, /href="\/catalogue"/);
});

test('an unknown address is a 404', async () => {
  assert.equal((await new Visitor(address).visit('/nowhere')).status, 404);
  assert.equal((await new Visitor(address).visit('/_parts/Price')).status, 404);
});
