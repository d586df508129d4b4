import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Log } from 'sarif';
import type { CheckedFinding } from '../../src/cli/check/checkedFinding.js';
import { fileFinding } from '../../src/cli/check/fileFinding.js';
import { fileCodes } from '../../src/language/findings/fileCodes.js';
import { readText } from '../../src/workspace/readText.js';
import { builtProduct } from '../support/builtProduct.js';
import { cleanUp } from '../support/cleanup.js';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with these files, gone after the test. */
async function folderOf(
  t: TestContext,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quantum check '));
  cleanUp(t, () => rm(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

/** Runs the built command in `folder`, with a PATH on which there is no Python. */
async function check(folder: string, ...args: string[]): Promise<Outcome> {
  const script = path.join(await builtProduct(), 'cli.js');
  const home = path.join(folder, 'home');
  const env = { PATH: '', HOME: home, QUANTUM_ADMIN_HOME: home };
  return new Promise((resolve) => {
    const options = { cwd: folder, env };
    execFile(process.execPath, [script, 'check', ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

async function findings(folder: string, ...args: string[]): Promise<CheckedFinding[]> {
  const { stdout, stderr } = await check(folder, ...args, '--json');
  assert.equal(stderr, '');
  return (JSON.parse(stdout) as { findings: CheckedFinding[] }).findings;
}

/** SARIF's published schema. Its keywords mean in draft 7 what they mean in draft 4, which it names. */
async function sarifSchema(): Promise<ValidateFunction> {
  const file = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const text = await readFile(createRequire(import.meta.url).resolve(file), 'utf8');
  const { $schema, id, ...schema } = JSON.parse(text) as Record<string, unknown>;
  assert.match(`${String($schema)} ${String(id)}`, /draft-04.*sarif-2\.1\.0/);
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  return ajv.compile(schema);
}

const places = (found: readonly CheckedFinding[]): string[] =>
  found.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

const configuration = 'server:\n  port: 8080\n';
const good = '<q:component name="A">\n  <p>Good morning.</p>\n</q:component>\n';
const misspelled =
  '<q:component name="A">\n  <q:sett name="x" value="1" />\n  <p>ü 😀 <q:iff /></p>\n</q:component>\n';

describe('quantum-admin check', () => {
  it('says nothing is wrong in one line, and ends with 0', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': configuration,
      'components/index.q': good,
      'node_modules/other/broken.q': misspelled,
    });
    const outcome = await check(folder);
    assert.deepEqual(outcome, { code: 0, stdout: 'Nothing found in 2 files\n', stderr: '' });
    assert.ok(!existsSync(path.join(folder, 'home')), 'no service has been started');
  });

  it('prints one finding a line, by file and place, and ends with 1 for errors', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': 'sever:\n  port: 8080\n',
      'components/index.q': misspelled,
      'components/b.q': misspelled,
    });
    const { code, stdout, stderr } = await check(folder);
    assert.deepEqual([code, stderr], [1, '']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.pop(), '4 errors, 1 warning in 3 files');
    assert.deepEqual(
      lines.map((line) => line.replace(/^(\S+ \w+ [\w-]+): .*/, '$1')),
      [
        'components/b.q:2:4: error unknown-tag',
        'components/b.q:3:12: error unknown-tag',
        'components/index.q:2:4: error unknown-tag',
        'components/index.q:3:12: error unknown-tag',
        'quantum.config.yaml:1:1: warning config-unknown-section',
      ],
    );
  });

  it('ends with 0 for warnings alone, and leaves out what is less grave than asked', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': 'sever:\n  port: 8080\n',
      'components/index.q': good,
    });
    const all = await check(folder);
    assert.equal(all.code, 0);
    assert.match(all.stdout, /^1 warning in 2 files$/m);
    const errors = await check(folder, '--severity', 'error');
    assert.deepEqual([errors.code, errors.stdout], [0, 'Nothing found in 2 files\n']);
  });

  it('gives each finding with its fixes as JSON; applying one mends the file', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': configuration,
      'components/index.q':
        '<q:component name="A">\n  <q:sett name="x" value="1" />\n</q:component>\n',
    });
    const [finding, ...others] = await findings(folder);
    assert.deepEqual(others, []);
    const { message, fixes, ...place } = finding!;
    assert.match(message, /<q:set>/);
    assert.deepEqual(place, {
      file: 'components/index.q',
      line: 2,
      column: 4,
      endLine: 2,
      endColumn: 10,
      severity: 'error',
      code: 'unknown-tag',
    });
    const file = path.join(folder, 'components/index.q');
    const lines = (await readFile(file, 'utf8')).split('\n');
    for (const { line, column, endColumn, text } of fixes[0]!.edits) {
      const old = lines[line - 1] ?? '';
      lines[line - 1] = old.slice(0, column - 1) + text + old.slice(endColumn - 1);
    }
    await writeFile(file, lines.join('\n'));
    assert.deepEqual(await findings(folder), []);
  });

  it('a comment that silences a code silences it here too', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': configuration,
      'components/index.q': misspelled.replace(
        '<q:sett',
        '<!-- quantum-ignore unknown-tag -->\n  <q:sett',
      ),
    });
    assert.deepEqual(places(await findings(folder)), ['components/index.q:4:12 unknown-tag']);
  });

  it('gives SARIF that the published schema accepts, each rule with the address of its page', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': 'sever:\n  port: 8080\n',
      'components/on sale/[id].q': misspelled,
      'components/latin.q': Buffer.from('<q:component name="caf\xE9"/>', 'latin1'),
    });
    const { code, stdout } = await check(folder, '.', '--sarif');
    assert.equal(code, 1);
    const log = JSON.parse(stdout) as Log;
    const isValid = await sarifSchema();
    assert.ok(isValid(log), JSON.stringify(isValid.errors, null, 1));
    assert.ok(!isValid({ ...log, version: '2.0.0' }), 'the schema is looked at');

    const { results = [], tool } = log.runs[0]!;
    const rules = tool.driver.rules ?? [];
    assert.deepEqual(
      results.map(({ ruleId, ruleIndex }) => [ruleId, rules[ruleIndex ?? -1]?.id]),
      results.map(({ ruleId }) => [ruleId, ruleId]),
    );
    for (const { id, helpUri } of rules) {
      assert.equal(new URL(helpUri ?? '').pathname.split('/').pop(), `${id}.md`);
    }
    for (const code of Object.keys(fileCodes)) {
      assert.ok(existsSync(`docs/diagnostics/${code}.md`), `there is no page about ${code}`);
    }
    const addresses = new Set(
      results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri),
    );
    assert.deepEqual(
      [...addresses],
      ['components/latin.q', 'components/on%20sale/%5Bid%5D.q', 'quantum.config.yaml'],
    );
  });

  it('looks at pages without a configuration, and leaves files of kdb+ alone', async (t) => {
    const folder = await folderOf(t, {
      'pages/index.q': misspelled,
      'kdb/trade.q': 'trade:([]sym:`a`b;px:1 2f)\nselect from trade where px<2\n',
    });
    const { stdout } = await check(folder);
    assert.match(stdout, /^2 errors in 1 file$/m);
    const foreign = await check(folder, 'kdb/trade.q');
    assert.deepEqual([foreign.code, foreign.stdout], [2, '']);
    assert.match(foreign.stderr, /no file of Quantum/);
  });

  it('checks every application below the folder, each by its own configuration', async (t) => {
    const folder = await folderOf(t, {
      'shop/quantum.config.yaml': configuration,
      'shop/requirements.txt': 'quantum-framework==1.0.1\n',
      'shop/components/index.q':
        '<q:component name="A">\n  <q:set name="x" value="1" persist="local" />\n</q:component>\n',
      'old/quantum.config.yaml': configuration,
      'old/requirements.txt': 'quantum-framework==0.9.0\n',
      'old/components/index.q':
        '<q:component name="A">\n  <q:set name="x" value="1" persist="local" />\n</q:component>\n',
    });
    const found = await findings(folder);
    assert.deepEqual(
      found.map(({ file, severity }) => `${file} ${severity}`),
      ['shop/components/index.q error'],
      'only the newer release refuses what the older one knows',
    );
  });

  it('in a folder inside an application knows what lies around it, and tells of that folder alone', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': 'sever:\n  port: 8080\n',
      'components/index.q': misspelled,
      'components/admin/trade.q': 'trade:1\n',
      'components/admin/users.q': misspelled,
    });
    const found = await check(path.join(folder, 'components'), 'admin');
    assert.match(found.stdout, /^users\.q:2:4: error unknown-tag: /m);
    assert.match(
      found.stdout,
      /^trade\.q:1:1: error /m,
      'below a configuration every .q file is Quantum’s',
    );
    assert.doesNotMatch(found.stdout, /index\.q|config/);
  });

  it('checks one file, told from where the command runs', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': configuration,
      'components/index.q': misspelled,
      'components/b.q': misspelled,
      'tests/a.test.q':
        '<q:test name="a" page="/">\n  <test:visit />\n  <test:expect text="a & b" />\n</q:test>\n',
    });
    assert.deepEqual(places(await findings(folder, 'components/b.q')), [
      'components/b.q:2:4 unknown-tag',
      'components/b.q:3:12 unknown-tag',
    ]);
    assert.deepEqual(places(await findings(folder, 'tests/a.test.q')), [
      'tests/a.test.q:3:24 bare-ampersand',
    ]);
    assert.deepEqual(await findings(folder, 'quantum.config.yaml'), []);
  });

  it('a file that is no UTF-8 is an error at its first foreign byte; a byte order mark is no column', async (t) => {
    const folder = await folderOf(t, {
      'quantum.config.yaml': configuration,
      'components/latin.q': Buffer.from('<q:component name="A">\n  <p>caf\xE9</p>\n', 'latin1'),
      'components/marked.q': '\uFEFF<q:component name="A"><q:sett /></q:component>',
      'migrations/V001_a.sql': Buffer.from("INSERT INTO a VALUES ('\xE9');", 'latin1'),
    });
    assert.deepEqual(places(await findings(folder)), [
      'components/latin.q:2:9 file-encoding',
      'components/marked.q:1:24 unknown-tag',
      'migrations/V001_a.sql:1:24 file-encoding',
    ]);
  });

  it('a file that cannot be read is an error, not silence', async (t) => {
    const folder = await folderOf(t, { 'a.q/b': '' });
    const finding = fileFinding('a.q', await readText(path.join(folder, 'a.q')));
    assert.deepEqual([finding?.code, finding?.severity], ['file-unreadable', 'error']);
    assert.match(finding?.message ?? '', /EISDIR/);
  });

  it('a new application without pages is checked', async (t) => {
    const folder = await folderOf(t, { 'quantum.config.yaml': configuration });
    const { code, stdout } = await check(folder);
    assert.deepEqual([code, stdout], [0, 'Nothing found in 1 file\n']);
  });

  it('ends with 2 and says what to do when it could not run', async (t) => {
    const folder = await folderOf(t, { 'README.md': 'Nothing of Quantum.' });
    for (const [args, sentence] of [
      [['missing'], /There is nothing at .*missing\. Give the folder/],
      [['.'], /no quantum\.config\.yaml and no \.q file .* Give the folder/],
      [['README.md'], /neither a \.q file nor a quantum\.config\.yaml/],
      [['.', '--severity', 'loud'], /--severity is error, warning, information or hint/],
      [['.', '--json', '--sarif'], /Either --json or --sarif/],
      [['.', 'b'], /Too much: b/],
      [['--nonsense'], /nonsense/],
    ] as const) {
      const { code, stdout, stderr } = await check(folder, ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, sentence);
    }
  });
});
