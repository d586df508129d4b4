import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication } from '../tests/testsApp.js';
import { startRuns } from './runApp.js';

/** Slips that the framework answers with HTTP 500, each marked `‹here›` where its place is to be. */
const slips: Readonly<Record<string, string>> = {
  'loop without a range': '‹›<q:loop var="i"><p>{i}</p></q:loop>',
  'no number': '<q:set name="n" type="number" value="‹›abc"/>',
  'broken array': `<q:set name="n" type="array" value="‹›[1,"/>`,
  'half a calculation':
    '<q:set name="a" value="1"/>\n<q:set name="n" type="number" value="‹›{a} + 1"/>',
  'bad pattern': '‹›<q:set name="n" value="x" pattern="^[a-"/>',
  'unknown validator': '‹›<q:set name="n" value="x" pattern="[0-9]+"/>',
  'bad range': '‹›<q:set name="n" type="number" value="1" range="1-5"/>',
  'unknown variable': '<q:set name="n" value="‹›{foo}"/>',
  'unknown function': '<q:set name="n" value="‹›{uper(1)}"/>',
  'invalid expression': '<q:set name="n" value="‹›{1 +}"/>',
  'undeclared datasource': '<q:query name="t" datasource="‹›dbx">SELECT 1</q:query>',
  'wrong SQL': '<q:query name="t" datasource="db">‹›SELEC 1</q:query>',
  'unknown table': '<q:query name="t" datasource="db">SELECT * FROM ‹›nowhere</q:query>',
  'loop over nothing known': '<q:loop query="‹›nope"><p>x</p></q:loop>',
  'missing component': '<q:import component="Nope"/>\n‹›<Nope/>',
  'missing prop': '<q:import component="Card" from="_parts"/>\n‹›<Card/>',
  'unknown service': '<q:invoke name="x" service="‹›nowhere"/>',
  'unknown function of the page': '<q:invoke name="x" function="‹›nowhere"/>',
  'missing data file': '<q:data name="d" source="‹›./nowhere.csv" type="csv"/>',
};

describe('a page that ends in HTTP 500', () => {
  it('shows where in the source, with a column', async (t) => {
    const names = Object.keys(slips);
    const pages = Object.fromEntries(
      names.map((name, at) => [
        `components/slip${at}.q`,
        `<q:component name="Slip">\n${(slips[name] ?? '').replace('‹›', '')}\n</q:component>\n`,
      ]),
    );
    const root = await smallApplication(await temporaryFolder(t, 'run'), {
      ...pages,
      'quantum.config.yaml': 'datasources:\n  db:\n    driver: sqlite\n    database: ./shop.db\n',
      'shop.db': '',
      'components/_parts/Card.q':
        '<q:component name="Card">\n<q:param name="title" required="true"/>\n<p>{title}</p>\n</q:component>\n',
    });
    const app = await startRuns(t, root);
    const { url } = await app.start();
    const wrong: string[] = [];
    for (const [at, name] of names.entries()) {
      const answer = await fetch(`${url ?? ''}slip${at}`);
      await answer.text();
      const told = (await app.requests()).at(-1);
      const before = (slips[name] ?? '').split('‹›')[0]?.split('\n') ?? [];
      const wanted = `500 components/slip${at}.q:${before.length + 1}:${before.at(-1)?.length}`;
      const place = told?.error?.place;
      const got = `${answer.status} ${place?.file}:${place?.line}:${place?.column}`;
      if (got !== wanted) wrong.push(`${name}: ${got}, not ${wanted} (${told?.error?.message})`);
    }
    assert.deepEqual(wrong, []);
  });

  it('shows where in an action, which the framework answers without a word', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {
      'components/index.q':
        '<q:component name="Index">\n<q:action name="go" method="POST">\n  <q:set name="n" value="{foo}"/>\n</q:action>\n<p>Hi</p>\n</q:component>\n',
    });
    const app = await startRuns(t, root);
    const { url } = await app.start();
    const answer = await fetch(url ?? '', {
      method: 'POST',
      body: new URLSearchParams({ a: '1' }),
    });
    assert.equal(answer.status, 500);
    const told = (await app.requests()).at(-1);
    assert.deepEqual([told?.action, told?.error?.place?.line], ['go', 3]);
  });
});
