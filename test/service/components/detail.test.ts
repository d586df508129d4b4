import assert from 'node:assert/strict';
import test from 'node:test';
import type { ComponentDetail } from '../../../src/protocol/components.js';
import { startComponents, write, type ComponentApp } from './componentApp.js';

const shop = {
  'quantum.config.yaml': 'datasources:\n  main:\n    driver: sqlite\n    database: a.db\n',
  'components/index.q': `<q:component name="index">
  <q:import component="Frame" from="./_parts" />
  <q:query name="things" datasource="main">select 1 as one</q:query>
  <Frame>Hi</Frame>
</q:component>
`,
  'components/about.q': '<q:component name="about"><b>us</b></q:component>\n',
  'components/_parts/Frame.q': `<q:component name="Frame">
  <q:import component="Card" from="./_parts" />
  <Card title="Hi" /><q:slot />
</q:component>
`,
  'components/_parts/Card.q': `<q:component name="Card">
  <q:param name="title" required="true" />
  <q:param name="size" type="integer" default="3" />
  <q:slot name="foot" />
  <dvi>{title}</dvi>
</q:component>
`,
  'tests/a.test.q': `<q:test name="the front" page="/"><test:visit /></q:test>
<q:test name="us" page="/about"><test:visit /></q:test>
<q:test name="us, then the front" page="/about">
  <test:visit path="/?page=2" />
</q:test>
`,
};
const card = 'components/_parts/Card.q';

async function detail(app: ComponentApp, filePath: string): Promise<ComponentDetail> {
  return app.get(`components/${(await app.component(filePath)).id}`);
}

test('a component tells what it takes, what is wrong in it, and which tests draw it', async (t) => {
  const app = await startComponents(t, shop);
  await app.post('scan');
  const found = await detail(app, card);
  assert.deepEqual(
    found.params.map(({ name, type, required, default: standard, line }) => [
      ...[name, type, required],
      ...[standard, line],
    ]),
    [
      ['title', 'string', true, null, 2],
      ['size', 'integer', false, '3', 3],
    ],
  );
  assert.deepEqual(found.slots, ['foot']);
  assert.deepEqual(
    found.findings.map(({ code, line, column }) => [code, line, column]),
    [['unknown-element', 5, 4]],
  );
  assert.deepEqual(
    found.tests.map(({ name, line, page }) => [name, line, page]),
    [
      ['the front', 1, 'components/index.q'],
      ['us, then the front', 3, 'components/index.q'],
    ],
    'a card is in a frame, and the frame on the front page only',
  );
  const index = await detail(app, 'components/index.q');
  assert.deepEqual(
    index.queries.map(({ name, datasource, line }) => [name, datasource, line]),
    [['things', 'main', 3]],
  );
  assert.deepEqual(
    index.endpoints.map(({ method, path }) => [method, path]),
    [['GET', '/']],
  );
});

test('each change of a component’s state is kept, and what leaves its state alone is not', async (t) => {
  const app = await startComponents(t, shop);
  const states = async (): Promise<string[]> =>
    (await detail(app, card)).history.map(({ status }) => status);
  await app.post('scan');
  assert.deepEqual(await states(), ['active']);
  await write(app.root, { [card]: shop[card].replaceAll('dvi', 'div') });
  await app.post('scan');
  assert.deepEqual(await states(), ['active'], 'it is drawn otherwise and works as before');
  await write(app.root, { [card]: '<q:component name="Card"><q:sett/></q:component>' });
  await app.post('scan');
  const [now] = (await detail(app, card)).history;
  assert.match(now?.errorMessage ?? '', /Line 1: .*q:sett/);
  assert.deepEqual(await states(), ['error', 'active']);
});

test('of a component that breaks again and again the last fifty states are kept', async (t) => {
  const app = await startComponents(t, shop);
  const broken = (round: number): string =>
    `<q:component name="Card"><q:sett${round}/></q:component>`;
  for (let round = 1; round <= 53; round += 1) {
    await write(app.root, { [card]: broken(round) });
    await app.post('scan');
  }
  const { history } = await detail(app, card);
  assert.equal(history.length, 50);
  assert.match(history[0]?.errorMessage ?? '', /q:sett53/);
  assert.match(history[49]?.errorMessage ?? '', /q:sett4\b/);
});
