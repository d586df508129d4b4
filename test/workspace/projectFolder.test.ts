import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { startsWithQuantum } from '../../src/language/ownership.js';
import { folderAt, identityOf } from '../../src/workspace/folderIdentity.js';
import { projectKind } from '../../src/workspace/projectFolder.js';
import { quantumFiles } from '../../src/workspace/quantumFiles.js';

const page = '<q:component name="A"/>';

async function folder(t: TestContext, files: Record<string, string>): Promise<string> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-folder-')));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return root;
}
/** Resolves once a file made now is born later than everything there. */
async function fileClockMoves(root: string): Promise<void> {
  const born = async (name: string): Promise<bigint> => {
    await writeFile(path.join(root, name), '');
    return (await stat(path.join(root, name), { bigint: true })).birthtimeNs;
  };
  const first = await born('probe');
  for (let number = 0; number < 10_000; number++) {
    if ((await born(`probe${number}`)) > first) return;
  }
  assert.fail('the clock of the file system stands still');
}
const kind = (root: string) => projectKind(root, startsWithQuantum);

test('a folder with a configuration is a project, whatever else it holds', async (t) => {
  assert.equal(await kind(await folder(t, { 'quantum.config.yaml': '' })), 'configured');
});

test('a folder with Quantum pages is a project, also where they lie deeper', async (t) => {
  assert.equal(await kind(await folder(t, { 'web/pages/index.q': page })), 'pages');
});

test('a folder of kdb+ scripts is none', async (t) => {
  const files = { 'tick.q': '\\l tick/u.q', 'lib/u.q': 'f:{x<y}', 'README.md': page };
  assert.equal(await kind(await folder(t, files)), 'none');
});

test('a page among kdb+ scripts is found', async (t) => {
  assert.equal(
    await kind(await folder(t, { 'a.q': '1+1', 'b.q': '2+2', 'web/c.q': page })),
    'pages',
  );
});

test('an empty page counts where a configuration lies above it', async (t) => {
  const root = await folder(t, { 'app/quantum.config.yaml': '', 'app/components/new.q': '' });
  assert.equal(await kind(root), 'pages');
});

test('packages and environments are not looked into', async (t) => {
  const files = { '.venv/lib/x.q': page, 'node_modules/p/x.q': page, '.git/x.q': page };
  assert.equal(await kind(await folder(t, files)), 'none');
});

test('links are not followed', async (t) => {
  const elsewhere = await folder(t, { 'x.q': page });
  const root = await folder(t, {});
  await symlink(elsewhere, path.join(root, 'linked'));
  await symlink(root, path.join(root, 'itself'));
  assert.equal(await kind(root), 'none');
});

test('a search ends at its limits', async (t) => {
  const names = Array.from({ length: 30 }, (_, index) => [`d${index}/f${index}.q`, '1+1']);
  const root = await folder(t, Object.fromEntries(names) as Record<string, string>);
  const found: string[] = [];
  for await (const file of quantumFiles(root, { folders: 100, files: 7 })) found.push(file);
  assert.equal(found.length, 7);
  found.length = 0;
  for await (const file of quantumFiles(root, { folders: 4, files: 100 })) found.push(file);
  assert.equal(found.length, 3);
});

test('a folder keeps its identity when it is renamed; another one in its place has its own', async (t) => {
  const root = await folder(t, { 'a/x': '' });
  const before = await folderAt(path.join(root, 'a'));
  await rename(path.join(root, 'a'), path.join(root, 'b'));
  const after = await folderAt(path.join(root, 'b'));
  assert.equal(after?.identity, before?.identity);
  await rm(path.join(root, 'b'), { recursive: true });
  await fileClockMoves(root);
  await mkdir(path.join(root, 'b'));
  assert.notEqual((await folderAt(path.join(root, 'b')))?.identity, before?.identity);
});

test('an inode number that is handed out again is another folder', async (t) => {
  const stats = await stat(await folder(t, {}), { bigint: true });
  const later = Object.assign(Object.create(stats) as typeof stats, {
    birthtimeNs: stats.birthtimeNs + 1n,
  });
  assert.notEqual(identityOf(later), identityOf(stats));
});

test('two paths to one folder have one canonical path', async (t) => {
  const root = await folder(t, { 'real/x': '' });
  await symlink(path.join(root, 'real'), path.join(root, 'linked'));
  assert.deepEqual(
    await folderAt(path.join(root, 'linked')),
    await folderAt(path.join(root, 'real')),
  );
  assert.equal(await folderAt(path.join(root, 'gone')), null);
  assert.equal(await folderAt(path.join(root, 'real/x')), null);
});
