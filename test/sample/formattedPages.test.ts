import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { formatted } from '../language/formatting/formatted.js';
import { Application } from './application.js';
import { routesOf } from './routes.js';
import { Visitor } from './visitor.js';

const running: Application[] = [];
after(() => Promise.all(running.map((application) => application.remove())));

/** The sample as it is, or with all of its pages formatted; and its address. */
async function started(sample: string, isFormatted: boolean) {
  const source = path.resolve(import.meta.dirname, '../../samples', sample);
  const application = await Application.copyOf(source);
  running.push(application);
  const files = (await application.files()).filter((file) => file.endsWith('.q'));
  let changed = 0;
  for (const file of isFormatted ? files : []) {
    const text = await readFile(path.join(application.root, file), 'utf8');
    const dialect = file.endsWith('.test.q') ? 'test' : 'page';
    const after = formatted(text, { dialect });
    if (after !== text) changed += 1;
    await writeFile(path.join(application.root, file), after);
  }
  const applied = await application.quantum('migrate', 'up');
  assert.equal(applied.code, 0, applied.output);
  return { application, changed, address: await application.start() };
}

/** Leaves out what is another at every answer: tokens, the time of day, addresses in memory, a draw by lot. */
function withoutChance(html: string): string {
  return html
    .replaceAll(/(name="_?csrf_token" value=")[^"]*/g, '$1')
    .replaceAll(/\b\d\d:\d\d:\d\d\b/g, '')
    .replaceAll(/-\d{12,}/g, '')
    .replace(/(1, 2, 3 9 b True )[12]/, '$1');
}

async function assertSame(sample: string, signIn: (visitor: Visitor) => Promise<void>) {
  const [plain, laidOut] = [await started(sample, false), await started(sample, true)];
  assert.ok(laidOut.changed > 10, `${laidOut.changed} pages were changed`);
  const visitors = [new Visitor(plain.address), new Visitor(laidOut.address)];
  const look = async (address: string) => {
    const [before, now] = [await visitors[0]!.visit(address), await visitors[1]!.visit(address)];
    assert.equal(now.status, before.status, address);
    assert.equal(now.path, before.path, address);
    assert.equal(withoutChance(now.html), withoutChance(before.html), address);
  };
  const routes = await routesOf(path.join(plain.application.root, 'components'));
  const addresses = routes.map((route) => route.replace(/\[(?:\.\.\.)?\w+\]/, '1'));
  assert.ok(addresses.length > 12);
  for (const address of addresses) await look(address);
  for (const visitor of visitors) await signIn(visitor);
  for (const address of addresses) await look(address);
}

test('the shop is drawn byte for byte as before once its pages are formatted', () =>
  assertSame('storefront', async (visitor) => {
    await visitor.signIn('nora@linden-clay.example', 'linden-admin');
  }));

test('the library is drawn byte for byte as before once its pages are formatted', () =>
  assertSame('idioms', async (visitor) => {
    const page = await visitor.visit('/sign-in');
    const values = { email: 'rosa@library.example', pin: '4711' };
    await visitor.submit(page, ({ fields }) => 'pin' in fields, values);
  }));
