import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startBridge, type Bridge } from '../../src/framework/bridge.js';
import { BridgeError } from '../../src/framework/bridgeError.js';
import type { FoundTests, TestOutcome } from '../../src/framework/bridgeMessages.js';
import { eventually } from '../support/eventually.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { isAlive } from '../support/runningService.js';
import { bridgeScript } from './rawBridge.js';

const config = `datasources:
  main:
    driver: sqlite
    database: data/app.db
`;
const page = `<q:component name="Index">
  <q:query name="notes" datasource="main">SELECT * FROM notes</q:query>
  <p>{len(notes)} notes</p>
</q:component>
`;
const tests = `<q:test name="it counts">
  <test:given table="notes" text="one"/>
  <test:visit/>
  <test:expect text="1 notes"/>
</q:test>
<q:test name="it counts wrong">
  <test:visit/>
  <test:expect text="9 notes"/>
</q:test>
<q:test name="it only looks">
  <test:visit/>
</q:test>
<q:test name="it shows what it has not" page="/greeting">
  <test:visit/>
  <test:expect text="Hello"/>
</q:test>
<q:test name="a page breaks" page="/broken">
  <test:visit/>
</q:test>
<q:test name="it waits for ever" page="/hang">
  <test:visit/>
</q:test>
<q:test name="it dies" page="/die">
  <test:visit/>
</q:test>
<q:test name="it profiles itself" page="/profile">
  <test:visit/>
  <test:expect text="profiled"/>
</q:test>
<q:test name="it only says what is not there">
  <test:visit/>
  <test:expect no-text="9 notes"/>
  <test:expect text=" "/>
</q:test>
<q:test name="it says what is there, too">
  <test:visit/>
  <test:expect no-text="9 notes"/>
  <test:expect text="0 notes"/>
</q:test>
`;
const service = (name: string, body: string) =>
  `import os, subprocess, sys\nfrom quantum.services import service\n\n\n@service("${name}.act")\ndef act():\n${body}\n`;
const invoking = (name: string) =>
  `<q:component name="${name}"><q:invoke name="r" service="${name}.act"/><p>{r}</p></q:component>\n`;

let root: string;
let scratch: string;
let python: string;
let bridge: Bridge;

const open = () =>
  startBridge({
    interpreter: python,
    script: bridgeScript,
    cwd: root,
    ownGroup: true,
    env: { ...process.env, TMPDIR: scratch },
    log: () => undefined,
  });
const run = (name: string, timeoutMs = 20_000) =>
  bridge.call<TestOutcome>('runTest', { root, file: 'tests/notes.test.q', name }, { timeoutMs });

before(async () => {
  python = await quantumPython();
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-tests-')));
  scratch = path.join(root, '.scratch');
  const files: Record<string, string> = {
    'quantum.config.yaml': `${config}services:\n  - hang\n  - die\n  - profile_it\n`,
    'migrations/V001_notes.sql':
      'CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);\n',
    'components/index.q': page,
    'components/greeting.q': '<q:component name="Greeting"><p>Hello {nobody}</p></q:component>\n',
    'components/broken.q':
      '<q:component name="Broken">\n  <q:query name="x" datasource="main">SELECT * FROM nothing</q:query>\n</q:component>\n',
    'components/hang.q': invoking('hang'),
    'components/die.q': invoking('die'),
    'components/profile.q': invoking('profile_it'),
    'hang.py': service(
      'hang',
      "    child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n    open('child.pid', 'w').write(str(child.pid))\n    child.wait()",
    ),
    'die.py': service('die', '    os._exit(7)'),
    'profile_it.py': service(
      'profile_it',
      "    import cProfile\n    with cProfile.Profile():\n        return 'profiled'",
    ),
    'tests/notes.test.q': tests,
    'tests/odd.test.q': '<q:test name="odd">\n  <test:click text="Add"/>\n</q:test>\n',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  await mkdir(scratch);
  bridge = open();
});
after(async () => {
  bridge.dispose();
  await rm(root, { recursive: true, force: true });
});

describe('tests', () => {
  it('are found with their lines, and a file that is not valid says why', async () => {
    const { files } = await bridge.call<FoundTests>('tests', { root });
    assert.deepEqual(
      files.map(({ file }) => file),
      ['tests/notes.test.q', 'tests/odd.test.q'],
    );
    const [valid, odd] = files;
    assert.ok(valid && odd);
    assert.deepEqual(valid.tests[1], { name: 'it counts wrong', page: '/', line: 6 });
    assert.equal(valid.error, null);
    assert.deepEqual([odd.tests, odd.error?.line], [[], 2]);
    assert.match(odd.error?.message ?? '', /<test:click> is not a test step/);
  });

  it('pass, and leave nothing behind', async () => {
    const outcome = await run('it counts');
    assert.equal(outcome.passed, true, outcome.message);
    assert.equal(outcome.hollow, null);
    assert.ok(outcome.ms > 0);
    const isTidy = async () => (await readdir(scratch)).length === 0;
    await eventually(isTidy, { withinMs: 5_000, what: 'the folder of the test to be gone' });
    assert.ok(!(await readdir(root)).includes('data'), 'the application’s database is not made');
  });

  it('fail with the step and its line', async () => {
    const outcome = await run('it counts wrong');
    assert.equal(outcome.passed, false);
    assert.equal(outcome.line, 8);
    assert.equal(outcome.step, '<test:expect text="9 notes"/>');
    assert.match(
      outcome.message,
      /expected the page \(\/\) to show "9 notes"; it shows: Index 0 notes/,
    );
  });

  it('say where on the page a request failed', async () => {
    const outcome = await run('a page breaks');
    assert.equal(outcome.passed, false);
    assert.equal(outcome.line, 18);
    assert.deepEqual(outcome.page, { file: 'components/broken.q', line: 2 });
  });

  it('are hollow where they expect nothing that could fail, or a page shows braces', async () => {
    assert.match((await run('it only looks')).hollow ?? '', /has no <test:expect>/);
    const absent = await run('it only says what is not there');
    assert.match(absent.hollow ?? '', /holds on an empty page, too/);
    assert.equal((await run('it says what is there, too')).hollow, null);
    const greeting = await run('it shows what it has not');
    assert.equal(greeting.passed, true);
    assert.match(greeting.hollow ?? '', /\{nobody\} did not resolve/);
    assert.match(greeting.output, /\{nobody\} did not resolve/);
    assert.match((await run('it shows what it has not')).hollow ?? '', /nobody/, 'each time anew');
  });

  it('are ended at their limit with all they started, and the next one runs', async () => {
    await assert.rejects(
      run('it waits for ever', 3_000),
      (error) => error instanceof BridgeError && error.code === 'time-limit',
    );
    const child = Number(await readFile(path.join(root, 'child.pid'), 'utf8'));
    assert.equal((await run('it counts')).passed, true);
    await eventually(() => !isAlive(child), { withinMs: 5_000, what: 'the grandchild to be gone' });
  });

  it('may profile themselves: what follows them stands in nobody’s way', async () => {
    const outcome = await run('it profiles itself');
    assert.equal(outcome.passed, true, outcome.message);
  });

  it('take nothing with them when they end the process', async () => {
    await assert.rejects(
      run('it dies'),
      (error) => error instanceof BridgeError && error.code === 'ended',
    );
    assert.equal((await run('it counts')).passed, true);
  });

  it('are refused where the request is rubbish', async () => {
    const refused = async (method: string, params: object): Promise<string> => {
      try {
        await bridge.call(method, params);
        return 'answered';
      } catch (error) {
        return error instanceof BridgeError ? error.code : String(error);
      }
    };
    assert.equal(await refused('tests', {}), 'invalid-params');
    assert.equal(await refused('tests', { root: 'here' }), 'invalid-params');
    assert.equal(await refused('tests', { root: path.join(root, 'nowhere') }), 'unreadable');
    const file = 'tests/notes.test.q';
    assert.equal(await refused('runTest', { root, file }), 'invalid-params');
    assert.equal(await refused('runTest', { root, file, name: 7 }), 'invalid-params');
    assert.equal(await refused('runTest', { root, file, name: 'none' }), 'no-such-test');
    assert.equal(await refused('runTest', { root, file: 'none', name: 'x' }), 'unreadable');
    const odd = { root, file: 'tests/odd.test.q', name: 'odd' };
    assert.equal(await refused('runTest', odd), 'unreadable');
  });
});
