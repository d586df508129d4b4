import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { startBridge } from '../../src/framework/bridge.js';
import type { TestOutcome } from '../../src/framework/bridgeMessages.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { bridgeScript } from './rawBridge.js';

const files = {
  'quantum.config.yaml': 'datasources:\n  main:\n    driver: sqlite\n    database: data/app.db\n',
  'components/index.q': `<q:component name="Index">
  <q:query name="notes" datasource="main">SELECT text, mark FROM notes</q:query>
  <q:loop type="query" query="notes"><p>{notes.text} {notes.mark}</p></q:loop>
</q:component>
`,
  'tests/notes.test.q': `<q:test name="it shows">
  <test:given table="notes" text="added" mark="0"/>
  <test:visit/>
  <test:expect text="nothing like it"/>
</q:test>
`,
};

interface World {
  readonly migrate: (sql: string) => Promise<void>;
  /** What the page shows in a test. */
  readonly shown: () => Promise<string>;
}

/** A process whose tests follow each other. */
async function world(t: TestContext): Promise<World> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-quick-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  await mkdir(path.join(root, 'migrations'));
  const interpreter = await quantumPython();
  const log = (): void => undefined;
  const bridge = startBridge({ interpreter, script: bridgeScript, cwd: root, ownGroup: true, log });
  t.after(async () => {
    bridge.dispose();
    await rm(root, { recursive: true, force: true });
  });
  return {
    migrate: (sql) => writeFile(path.join(root, 'migrations/V001_notes.sql'), sql),
    shown: async () => {
      const named = { root, file: 'tests/notes.test.q', name: 'it shows' };
      const { message } = await bridge.call<TestOutcome>('runTest', named);
      const [, shown] = /it shows: (.*)/s.exec(message) ?? [];
      assert.ok(shown !== undefined, message);
      return shown;
    },
  };
}

const table = (mark: string) => `CREATE TABLE notes (text TEXT, mark TEXT DEFAULT ${mark});\n`;
const seed = "INSERT INTO notes (text) VALUES ('seeded');\n";

test('each test has what the migrations make, and nothing of the test before', async (t) => {
  const { migrate, shown } = await world(t);
  await migrate(table("'plain'") + seed);
  const first = await shown();
  assert.match(first, /seeded plain\s+added/);
  assert.equal(await shown(), first);
  await migrate(table("'other'") + seed);
  assert.match(await shown(), /seeded other\s+added/);
});

test('migrations that ask chance or the clock for a row run for each test', async (t) => {
  const { migrate, shown } = await world(t);
  await migrate(table('(abs(random()))') + seed);
  assert.notEqual(await shown(), await shown());
  await migrate(`${table("'plain'")}INSERT INTO notes VALUES ('now', strftime('%f') || random());`);
  assert.notEqual(await shown(), await shown());
});
