import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication } from '../tests/testsApp.js';
import { startRuns } from './runApp.js';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'));

/** Each kind of broken page. Instead of another machine, what is asked is a port where nobody listens. */
const bodies = (read('../../language/findings/brokenRows.json') as [body: string][][])
  .flat()
  .map(([body]) => body.replaceAll('http://x', 'http://127.0.0.1:1'));

/** What of the page stands at the place that is told, for each page that the framework answers with 500. */
const places = read('brokenRowsPlaces.json') as Record<string, string>;

const whole = (body: string): string =>
  /^<q:(?:component|application)/.test(body)
    ? body
    : `<q:component name="p">\n${body}\n</q:component>`;

it('every broken page that ends in HTTP 500 shows its place, with a column', async (t) => {
  const root = await smallApplication(await temporaryFolder(t, 'run'), {
    ...Object.fromEntries(bodies.map((body, at) => [`components/broken${at}.q`, whole(body)])),
    'quantum.config.yaml':
      'datasources:\n  db:\n    driver: sqlite\n    database: a.db\n    history: false\n',
    'content/prices.csv': 'a\n1',
    'components/Card.q':
      '<q:component name="Card"><q:param name="title" required="true"/><q:slot/></q:component>',
  });
  await withPeople(path.join(root, 'a.db'));
  const app = await startRuns(t, root);
  const { url } = await app.start();
  const told: Record<string, string> = {};
  for (const [at, body] of bodies.entries()) {
    const answer = await fetch(`${url ?? ''}broken${at}`, { redirect: 'manual' });
    await answer.text();
    // One row is a redirect that names 500 itself: it leads on.
    if (answer.status < 500 || answer.headers.has('location')) continue;
    const place = (await app.requests()).at(-1)?.error?.place;
    assert.equal(place?.file, `components/broken${at}.q`, body);
    assert.ok(place.line !== null && place.column !== null, `${body}: no column`);
    const line = whole(body).split('\n')[place.line - 1];
    told[body] = line?.slice(place.column, place.column + 12) ?? 'no such line';
  }
  assert.deepEqual(told, places);
});

async function withPeople(file: string): Promise<void> {
  const script =
    'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); ' +
    'db.executescript("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mail TEXT);' +
    'CREATE TABLE tags (id INTEGER PRIMARY KEY, label TEXT);"); db.close()';
  await promisify(execFile)(await quantumPython(), ['-c', script, file]);
}
