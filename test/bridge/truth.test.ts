import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startBridge, type Bridge } from '../../src/framework/bridge.js';
import { BridgeError } from '../../src/framework/bridgeError.js';
import type {
  CheckResult,
  FrameworkNode,
  Hello,
  ParseResult,
} from '../../src/framework/bridgeMessages.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { bridgeScript } from './rawBridge.js';

let bridge: Bridge;
let python: string;
let folder: string;

before(async () => {
  python = await quantumPython();
  folder = await mkdtemp(path.join(tmpdir(), 'quantum-truth-'));
  bridge = startBridge({
    interpreter: python,
    script: bridgeScript,
    cwd: folder,
    log: () => undefined,
  });
});
after(async () => {
  bridge.dispose();
  await rm(folder, { recursive: true, force: true });
});

const parse = (params: object) => bridge.call<ParseResult>('parse', params);

async function refusal(text: string, file?: string) {
  const result = await parse(file === undefined ? { text } : { text, path: file });
  assert.ok(!result.ok);
  return result.error;
}

describe('hello', () => {
  it('tells the versions, the paths and what this framework can do', async () => {
    const hello = await bridge.call<Hello>('hello', {});
    assert.equal(hello.framework.version, '1.0.1');
    assert.equal(hello.framework.problem, null);
    assert.equal(hello.python.executable, python);
    assert.equal(hello.cwd, folder);
    assert.deepEqual([...new Set(Object.values(hello.features))], [true]);
  });

  it('speaks on an interpreter without the framework, and framework calls say how to install it', async () => {
    const base = (await bridge.call<Hello>('hello', {})).python.basePrefix;
    const bare = path.join(folder, 'bare');
    execFileSync(path.join(base, 'bin', 'python3'), ['-m', 'venv', '--without-pip', bare]);
    const other = startBridge({
      interpreter: path.join(bare, 'bin', 'python'),
      script: bridgeScript,
      cwd: folder,
      log: () => undefined,
    });
    try {
      const hello = await other.call<Hello>('hello', {});
      assert.equal(hello.framework.version, null);
      assert.equal(hello.framework.problem?.code, 'framework-missing');
      await assert.rejects(other.call('parse', { text: '' }), (error) => {
        assert.ok(error instanceof BridgeError && error.code === 'framework-missing');
        assert.match(error.message, /pip install "quantum-framework>=1\.0\.1,<2"/);
        return true;
      });
    } finally {
      other.dispose();
    }
  });
});

describe('parse', () => {
  it('names the root of a page and the tests of a test file', async () => {
    const page = await parse({ text: '<q:component name="Shop" require_auth="true"/>' });
    assert.ok(page.ok);
    assert.equal(page.root?.kind, 'component');
    assert.equal(page.root.name, 'Shop');
    const tests = await parse({
      path: path.join(folder, 'a.test.q'),
      text: '<q:test name="one">\n<test:visit path="/"/></q:test>',
    });
    assert.ok(tests.ok);
    assert.deepEqual(tests.tests, [
      { name: 'one', page: '/', line: 1, steps: [{ kind: 'visit', line: 2 }] },
    ]);
  });

  it('tells what the framework made of a page when asked, with the start tags by number, and leaves its parser as it was', async () => {
    const text =
      '<q:component name="A"><p id="x">a<b/></p>\n<q:set name="n" value="1"/></q:component>';
    const read = async (params: object) => {
      const result = await parse(params);
      assert.ok(result.ok);
      return result.tree;
    };
    const tree = await read({ text, tree: true });
    assert.deepEqual([tree?.node, tree?.element], ['ComponentNode', 0]);
    const statements = tree?.fields.find(([name]) => name === 'statements')?.[1];
    assert.ok(Array.isArray(statements));
    assert.deepEqual(
      (statements as FrameworkNode[]).map(({ node, element, line }) => [node, element, line]),
      [
        ['HTMLNode', 1, 1],
        ['SetNode', 3, 2],
      ],
    );
    assert.doesNotMatch(JSON.stringify(tree), /quantum_element|source_line|source_file/);
    await parse({ text: '<q:component><p></q:component>', tree: true });
    // Were something left in it each time, a call would become too deep.
    for (let time = 0; time < 1200; time += 1) await read({ text, tree: true });
    assert.equal(await read({ text }), undefined);
  });

  it('reads the file when there is no text, and prefers the text when there is', async () => {
    const file = path.join(folder, 'page.q');
    await writeFile(file, '<q:component name="Saved"/>');
    const saved = await parse({ path: file });
    const typed = await parse({ path: file, text: '<q:component name="Typed"/>' });
    assert.ok(saved.ok && typed.ok);
    assert.deepEqual([saved.root?.name, typed.root?.name], ['Saved', 'Typed']);
  });

  it('judges a buffer as it judges its file, whatever the line ends are', async () => {
    const file = path.join(folder, 'crlf.q');
    const text = '<q:component>\r\n<p>\r\n  <q:lop/>\r\n</p></q:component>';
    await writeFile(file, text);
    const [saved, typed] = [await parse({ path: file }), await parse({ path: file, text })];
    assert.deepEqual(saved, typed);
    assert.equal((await refusal(text)).line, 3);
  });

  it('separates message, hint and place', async () => {
    const error = await refusal('<q:component>\n  <p>a < b</p>\n</q:component>');
    assert.equal(error.message, 'XML parse error: not well-formed (invalid token)');
    assert.deepEqual([error.line, error.column], [2, 8]);
    assert.match(error.hint ?? '', /^a \.q file is XML, so a bare '<' or '&' is invalid/);
  });

  it('gives columns of the author’s text, not of what the framework made of it', async () => {
    const column = async (line: string) =>
      (await refusal(`<q:component>\n${line}\n</q:component>`)).column;
    // Each line ends in a wrong closing tag; the column is that of its name.
    for (const start of [
      '',
      '😀 é ',
      '&nbsp;&copy; ',
      'a & b & c ',
      '<br><input disabled> ',
      '<i t="a < b"/> ',
    ]) {
      const line = `<p>${start}<b>x</c></p>`;
      assert.equal(await column(line), line.indexOf('</c>') + 2, line);
    }
    const first = '<q:component name="a"><b></c></q:component>';
    assert.equal((await refusal(first)).column, first.indexOf('</c>') + 2);
    const test = '<q:test name="a"><b></c></q:test>';
    assert.equal((await refusal(test, '/t/a.test.q')).column, test.indexOf('</c>') + 2);
  });

  it('says so when a file is not UTF-8', async () => {
    const file = path.join(folder, 'latin.q');
    await writeFile(file, Buffer.from('<q:component>\xe9</q:component>', 'latin1'));
    const result = await parse({ path: file });
    assert.ok(!result.ok && /not valid UTF-8/.test(result.error.message));
  });
});

describe('check', () => {
  it('reports what `quantum check` reports, as data', async () => {
    const root = path.join(folder, 'shop');
    await mkdir(path.join(root, 'components'), { recursive: true });
    await writeFile(
      path.join(root, 'quantum.config.yaml'),
      'datasources:\n  db: {driver: sqlite, database: shop.db}\n',
    );
    execFileSync(python, [
      '-c',
      `import sqlite3; sqlite3.connect(${JSON.stringify(path.join(root, 'shop.db'))}).execute('create table items (title text)')`,
    ]);
    const page = (name: string, body: string) =>
      writeFile(
        path.join(root, 'components', name),
        `<q:component name="x">\n${body}\n</q:component>`,
      );
    await page('a.q', '<q:query name="t" datasource="db">SELEC 1</q:query>');
    await page('b.q', '<q:query name="t" datasource="dbx">SELECT 1</q:query>');
    await page('c.q', '<p>\n<q:lop/></p>');
    await page('d.q', '<p>fine</p>');
    await writeFile(
      path.join(root, 'components', 'e.test.q'),
      '<q:test name="a"><test:clik/></q:test>',
    );
    await writeFile(path.join(root, 'components', 'f.test.q'), Buffer.from([0xff, 0xfe]));
    const result = await bridge.call<CheckResult>('check', { root });
    const own = spawnSync(python, ['-m', 'quantum.cli.runner', 'check'], {
      cwd: root,
      encoding: 'utf8',
    });
    // The framework's command stops at a file that is not UTF-8; without it both say the same.
    assert.match(own.stderr, /UnicodeDecodeError/);
    await rm(path.join(root, 'components', 'f.test.q'));
    const again = spawnSync(python, ['-m', 'quantum.cli.runner', 'check'], {
      cwd: root,
      encoding: 'utf8',
    });
    const lines = result.problems
      .filter(({ file }) => file !== 'components/f.test.q')
      .map(({ file, line, message }) => `${file}:${line ?? '?'}: ${message}`);
    assert.equal(lines.length, 4);
    assert.deepEqual(lines, again.stdout.split('\n').slice(0, 4));
    assert.deepEqual(
      result.problems.map(({ kind }) => kind),
      ['project', 'project', 'parse', 'parse', 'parse'],
    );
    assert.equal(result.files, 6);
  });

  it('reports a configuration that cannot be read on its line', async () => {
    const root = path.join(folder, 'broken');
    await mkdir(root);
    const config = async (text: string) => {
      await writeFile(path.join(root, 'quantum.config.yaml'), text);
      return (await bridge.call<CheckResult>('check', { root })).problems[0];
    };
    const unset = await config('server:\n  port: 1\nmail:\n  password: ${NOT_SET_ANYWHERE}\n');
    assert.deepEqual([unset?.file, unset?.line], ['quantum.config.yaml', 4]);
    assert.match(unset?.message ?? '', /NOT_SET_ANYWHERE is not set/);
    assert.equal((await config('a: [1,\nb: }\n'))?.line, 2);
  });

  it('finds nothing wrong with the sample', async () => {
    const root = path.resolve('samples/storefront');
    const { problems, files } = await bridge.call<CheckResult>('check', { root });
    assert.deepEqual(problems, []);
    const pages = await readdir(path.join(root, 'components'), { recursive: true });
    assert.equal(files, pages.filter((name) => name.endsWith('.q')).length);
  });
});
