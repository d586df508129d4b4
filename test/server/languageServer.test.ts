import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver-protocol/node';
import { uriOf } from './lspPair.js';
import { broken, ignored, page, Playground } from './playground.js';

const at = new Playground();

describe('the framework’s second opinion', () => {
  it('is asked on saving and not while typing, and is told where we say nothing', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root]);
    await pair.open(file, page(''));
    await pair.until(() => pair.statuses.length > 0, 'the answer on opening');
    await pair.change(file, [{ text: page(ignored) }]);
    await pair.change(file, [{ text: page(`${ignored}\n<q:iff/>`) }]);
    await pair.shows(file, /^<q:iff>/);
    await pair.change(file, [{ text: page(`\n${ignored}`) }]);
    await pair.shows(file);
    await pair.save(file);
    const [verdict] = await pair.shows(file, /<q:lop> is not a Quantum tag/);
    assert.deepEqual(
      [verdict?.source, verdict?.code, verdict?.range.start],
      ['quantum-framework', 'PARSE-1', { line: 3, character: 2 }],
    );
    // It stays with its line, and goes with it.
    await pair.changeLine(file, 0, '<q:component name="Page">\n');
    await pair.until(() => pair.diagnostics(file)?.[0]?.range.start.line === 4, 'it moved along');
    await pair.changeLine(file, 4, '  <p/>');
    await pair.shows(file);
  });

  it('is not told beside findings that say why the file is refused', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root]);
    await pair.open(file, broken);
    await pair.until(() => pair.statuses.length > 0, 'the verdict');
    const [only] = await pair.shows(file, /q:lop/);
    assert.equal(only?.source, 'quantum');
  });

  it('says which environment it uses', async () => {
    const root = await at.project({});
    const pair = await at.start([root]);
    await pair.open(path.join(root, 'components', 'a.q'), page(''));
    await pair.until(() => pair.statuses.length > 0, 'a status');
    const { pythonVersion, ...status } = pair.statuses[0]!;
    assert.match(pythonVersion ?? '', /^3\.1[2-9]\./);
    assert.deepEqual(status, {
      root,
      interpreter: at.python,
      interpreterSource: 'setting',
      frameworkVersion: '1.0.1',
      catalogue: '1.0.1',
      problem: null,
    });
  });

  it('leaves the .q files of kdb+ alone, until a configuration claims them', async () => {
    const foreign = await at.project({}, false);
    const ours = await at.project({});
    const script = 'select from trade where sym=`a\n<x';
    const pair = await at.start([foreign, ours]);
    await pair.open(path.join(ours, 'a.q'), script);
    await pair.open(path.join(foreign, 'a.q'), script);
    await pair.until(() => (pair.diagnostics(path.join(ours, 'a.q'))?.length ?? 0) > 0, 'findings');
    assert.equal(pair.diagnostics(path.join(foreign, 'a.q')), null);
    assert.deepEqual(
      await pair.request('textDocument/foldingRange', path.join(foreign, 'a.q')),
      [],
    );
  });

  it('looks at a document that was never saved', async () => {
    const root = await at.project({});
    const pair = await at.start([root]);
    await pair.open('untitled:Untitled-1', broken);
    await pair.shows('untitled:Untitled-1', /q:lop/);
  });

  it('judges tests as tests', async () => {
    const root = await at.project({});
    const file = path.join(root, 'list.test.q');
    const pair = await at.start([root]);
    await pair.open(file, '<q:test name="a">\n  <test:clik/>\n</q:test>');
    await pair.until(
      () => pair.diagnostics(file)?.[0]?.range.start.line === 1,
      'what is wrong with the step',
    );
  });
});

/** What our own findings say of it is silenced. */
const unknownSource =
  '<q:query name="t" datasource="nope">SELECT 1</q:query>\n<!-- quantum-ignore-file -->';

describe('the check of the saved project', () => {
  it('shows problems of files that are not open, and drops them when they are mended', async () => {
    const query = page(unknownSource);
    const root = await at.project({ 'components/a.q': page(''), 'components/b.q': query });
    const [a, b] = ['a.q', 'b.q'].map((name) => path.join(root, 'components', name)) as [
      string,
      string,
    ];
    const pair = await at.start([root]);
    await pair.open(a, page(''));
    const [problem] = await pair.shows(b, /datasource 'nope' is not declared/);
    assert.deepEqual(problem?.range, {
      start: { line: 1, character: 0 },
      end: { line: 1, character: query.split('\n')[1]!.length },
    });
    await writeFile(b, page(''));
    await pair.save(a);
    await pair.shows(b);
  });

  it('lets the verdict on the open text stand above what was saved', async () => {
    const query = page(unknownSource);
    const root = await at.project({ 'components/a.q': broken, 'components/b.q': query });
    const [a, b] = ['a.q', 'b.q'].map((name) => path.join(root, 'components', name)) as [
      string,
      string,
    ];
    const pair = await at.start([root]);
    await pair.open(a, page('<!--\n  <q:lop/>\n-->'));
    await pair.open(b, query);
    await pair.shows(b, /not declared/);
    assert.deepEqual(pair.diagnostics(a) ?? [], []);
    // The problem follows its line, and goes with it.
    await pair.changeLine(b, 0, '<q:component name="Page">\n\n');
    await pair.until(
      () => pair.diagnostics(b)?.[0]?.range.start.line === 3,
      'the problem moved along',
    );
    await pair.changeLine(b, 3, '');
    await pair.shows(b);
  });
});

describe('without trust, or without a judge', () => {
  it('starts no interpreter, and finds, outlines and folds all the same', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const searched: string[] = [];
    const environment = { ...at.choosing(root), trusted: false };
    const pair = await at.start([root], environment, {
      findInstallation: ({ root: asked }) => {
        searched.push(asked);
        return Promise.resolve({ interpreter: null, version: null, problem: 'looked' });
      },
    });
    await pair.open(
      file,
      page('<q:query name="t"\n datasource="d">\n SELECT 1\n</q:query>\n<q:lop/>'),
    );
    const symbols = await pair.request<DocumentSymbol[]>('textDocument/documentSymbol', file);
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]),
      [['Page', ['t']]],
    );
    const folds = await pair.request<FoldingRange[]>('textDocument/foldingRange', file);
    assert.deepEqual(folds, [
      { startLine: 0, endLine: 5 },
      { startLine: 1, endLine: 3 },
    ]);
    assert.deepEqual(searched, []);
    await pair.shows(file, /q:lop/);
    await pair.setEnvironment({ ...environment, trusted: true });
    await pair.until(
      () => pair.statuses.at(-1)?.problem === 'looked',
      'a look after trust was granted',
    );
  });

  it('asks about what is open once trust is granted, and takes back its words when the judge is switched off', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const pair = await at.start([root], { ...at.choosing(root), trusted: false });
    await pair.open(file, page(ignored));
    await pair.setEnvironment(at.choosing(root));
    await pair.shows(file, /q:lop/);
    await pair.setEnvironment({ ...at.choosing(root), judge: false });
    await pair.shows(file);
  });

  it('says how to install the framework, and begins to judge when it is there', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const missing = { interpreter: null, version: null, problem: 'Install it.' };
    let installed = false;
    const pair = await at.start([root], at.choosing(root), {
      findInstallation: () =>
        Promise.resolve(
          installed
            ? {
                interpreter: { path: at.python, pythonVersion: '3.13.0', source: 'venv' },
                version: '1.0.1',
                problem: null,
              }
            : missing,
        ),
    });
    await pair.open(file, page(ignored));
    await pair.until(() => pair.statuses.at(-1)?.problem === 'Install it.', 'the problem');
    installed = true;
    await pair.setEnvironment(at.choosing(root));
    await pair.shows(file, /q:lop/);
    await pair.until(() => pair.statuses.at(-1)?.problem === null, 'the problem is gone');
  });
});

describe('several folders', () => {
  it('gives each its own environment', async () => {
    const [one, two] = [await at.project({}), await at.project({})];
    const without = path.join(at.base, 'without-python');
    const environment = at.choosing(one);
    const pair = await at.start([one, two], {
      ...environment,
      interpreters: [
        ...environment.interpreters,
        { folder: uriOf(two), path: without, source: 'setting' },
      ],
    });
    const [a, b] = [path.join(one, 'a.q'), path.join(two, 'b.q')];
    await pair.open(a, page(ignored));
    await pair.open(b, page(ignored));
    await pair.shows(a, /q:lop/);
    await pair.until(
      () => pair.statuses.some(({ root }) => root === two),
      'a status of the second',
    );
    const second = pair.statuses.find(({ root }) => root === two);
    assert.match(
      second?.problem ?? '',
      /setting quantum\.python\.interpreter does not run: .*without-python/,
    );
    assert.deepEqual(pair.diagnostics(b) ?? [], []);
    await pair.setEnvironment(at.choosing(one, two));
    await pair.shows(b, /q:lop/);
  });

  it('judges a folder that is added while the window is open in the environment chosen for it', async () => {
    const [one, two] = [await at.project({}), await at.project({})];
    const pair = await at.start([one], at.choosing(one, two), {
      findInstallation: (search) =>
        Promise.resolve(
          search.chosen
            ? {
                interpreter: { path: at.python, pythonVersion: '3.13.0', source: 'setting' },
                version: '1.0.1',
                problem: null,
              }
            : { interpreter: null, version: null, problem: 'none chosen' },
        ),
    });
    const file = path.join(two, 'b.q');
    await pair.open(file, page(ignored));
    await pair.until(
      () => pair.statuses.at(-1)?.problem === 'none chosen',
      'no choice applies yet',
    );
    await pair.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: uriOf(two), name: 'two' }], removed: [] },
    });
    await pair.shows(file, /q:lop/);
  });

  it('finds the virtual environment of the application itself, inside a larger folder', async () => {
    const outer = at.folder('outer');
    const root = path.join(outer, 'apps', 'shop');
    await mkdir(path.join(root, '.venv', 'bin'), { recursive: true });
    await writeFile(path.join(root, 'quantum.config.yaml'), '');
    const environment = path.dirname(path.dirname(at.python));
    await writeFile(
      path.join(root, '.venv', 'pyvenv.cfg'),
      await readFile(path.join(environment, 'pyvenv.cfg')),
    );
    await symlink(await realpath(at.python), path.join(root, '.venv', 'bin', 'python'));
    await symlink(path.join(environment, 'lib'), path.join(root, '.venv', 'lib'));
    const pair = await at.start([outer], { trusted: true, judge: true, interpreters: [] });
    await pair.open(path.join(root, 'a.q'), page(ignored));
    await pair.shows(path.join(root, 'a.q'), /q:lop/);
    const own = path.join(root, '.venv', 'bin', 'python');
    await pair.until(() => pair.statuses.at(-1)?.interpreter === own, 'its own interpreter');
  });
});

describe('a framework that misbehaves', () => {
  it('may die: the server stays, says so, and judges again', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    // An interpreter that dies at its first start and is the real one afterwards.
    const moody = path.join(root, 'moody-python');
    const mark = path.join(root, 'died-once');
    await writeFile(
      moody,
      `#!/bin/sh\ncase "$*" in *quantum_bridge*) if [ ! -e "${mark}" ]; then touch "${mark}"; echo "out of luck" >&2; exit 7; fi;; esac\nexec "${at.python}" "$@"\n`,
    );
    await chmod(moody, 0o755);
    const environment = at.choosing(root);
    const pair = await at.start([root], {
      ...environment,
      interpreters: [{ folder: uriOf(root), path: moody, source: 'setting' }],
    });
    await pair.open(file, page(ignored));
    await pair.until(
      () => /exit code 7 \(out of luck\)/.test(pair.statuses.at(-1)?.problem ?? ''),
      'the status says what happened',
    );
    await pair.save(file);
    await pair.shows(file, /q:lop/);
    await pair.until(() => pair.statuses.at(-1)?.problem === null, 'the problem is gone');
  });

  it('is not troubled by a document too large to be sent', async () => {
    const root = await at.project({});
    const [large, small] = [path.join(root, 'l.q'), path.join(root, 's.q')];
    const pair = await at.start([root]);
    await pair.open(large, page(`<p>${'x'.repeat(6 * 1024 * 1024)}</p>`));
    await pair.open(small, page(ignored));
    await pair.shows(small, /q:lop/);
    await pair.until(() => pair.statuses.at(-1)?.problem === null, 'the judge works');
    await pair.until(
      () => pair.logs.some((line) => line.includes('too long')),
      'a line in the log',
    );
    assert.deepEqual(pair.diagnostics(large) ?? [], []);
  });
});
