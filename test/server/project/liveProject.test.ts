import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { encodeSummary } from '../../../src/language/project/summaryCodec.js';
import { LiveProject } from '../../../src/server/project/liveProject.js';
import { eventually } from '../../support/eventually.js';
import { count, seed } from '../../support/slice.js';

/** A folder of its own for the time of a test. */
async function withFolder(run: (root: string) => Promise<void>): Promise<void> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'quantum-live-')));
  try {
    await run(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function liveProject(root: string, cacheFolder: string | null = null): LiveProject {
  return new LiveProject({
    root,
    cacheFolder,
    version: 'test',
    worker: null,
    environment: {},
    log: () => undefined,
    onDidChange: () => undefined,
  });
}

async function write(root: string, place: string, text: string): Promise<void> {
  const file = path.join(root, place);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** All that an index knows, as text that two of them can be compared by. */
function picture({ index }: LiveProject): string {
  const pages = [...index.files.values()].map((page) => JSON.stringify(encodeSummary(page))).sort();
  const uses = [...index.files.keys()]
    .map(
      (file) =>
        `${file} ${index
          .usesOf(file)
          .map((use) => JSON.stringify(use))
          .sort()
          .join()}`,
    )
    .sort();
  const tables = index.tables('db');
  return [
    ...[...index.allFiles].sort(),
    ...pages,
    ...uses,
    JSON.stringify(index.configuration),
    JSON.stringify(tables && [...tables]),
    JSON.stringify([...(index.services() ?? [])].sort()),
  ].join('\n');
}

async function freshPicture(root: string): Promise<string> {
  const fresh = liveProject(root);
  await fresh.read();
  const seen = picture(fresh);
  await fresh.dispose();
  return seen;
}

/** Numbers from 0 to below `below`, always the same for a seed. */
function dice(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const folders = [
  'components',
  'components/parts',
  'components/a/b',
  'migrations',
  'static',
  'services',
];
const names = [
  'Card.q',
  'index.q',
  '[id].q',
  'V001_a.sql',
  'V002_b.sql',
  'ship.py',
  'x.css',
  'card.q',
];

function textFor(name: string, roll: (below: number) => number): string {
  const n = roll(4);
  if (name.endsWith('.sql')) return `CREATE TABLE t${n} (id INTEGER, c${roll(9)} TEXT);`;
  if (name.endsWith('.py')) return `@service("s${n}")\ndef f(): pass\n`;
  if (name.endsWith('.yaml'))
    return `datasources:\n  db:\n    driver: sqlite\n    database: d${n}\nservices: [services.ship]\n`;
  return `<q:component name="c"><q:import component="Card"${n > 1 ? ' from="parts"' : ''}/><Card n="${n}"/></q:component>`;
}

async function step(root: string, roll: (below: number) => number): Promise<void> {
  const folder = folders[roll(folders.length)]!;
  const name = names[roll(names.length)]!;
  const place = path.join(root, folder, name);
  const kind = roll(10);
  if (kind < 5) return write(root, `${folder}/${name}`, textFor(name, roll));
  if (kind === 5) return write(root, 'quantum.config.yaml', textFor('c.yaml', roll));
  if (kind === 6) return rm(place, { force: true });
  if (kind === 7) return rm(path.join(root, folder), { recursive: true, force: true });
  const target = path.join(root, folders[roll(folders.length)]!, names[roll(names.length)]!);
  const from = kind === 8 ? place : path.dirname(place);
  const to = kind === 8 ? target : path.join(root, `components/moved${roll(3)}`);
  if (await stat(path.dirname(to)).catch(() => null)) await rename(from, to).catch(() => undefined);
}

test('after any edits, renames and deletions the index is what a fresh reading gives', async () => {
  const rounds = count(20, 300);
  const roll = dice(seed);
  console.log(`seed ${seed}`);
  for (let round = 0; round < rounds; round += 1) {
    await withFolder(async (root) => {
      for (let at = roll(6); at >= 0; at -= 1) await step(root, roll);
      const live = liveProject(root);
      try {
        await live.read();
        await live.watch();
        for (let at = roll(12); at >= 0; at -= 1) await step(root, roll);
        const expected = await freshPicture(root);
        await eventually(() => picture(live) === expected, {
          withinMs: 20_000,
          what: `round ${round}: ${picture(live)}\n--- to become\n${expected}`,
        });
      } finally {
        await live.dispose();
      }
    });
  }
});

test('a second start reads from the cache only what changed, and survives a broken cache', async () => {
  await withFolder(async (root) => {
    const cache = path.join(root, 'data', 'cache');
    for (const name of ['A', 'B'])
      await write(
        root,
        `components/${name}.q`,
        textFor('A.q', () => 0),
      );
    const start = async () => {
      const live = liveProject(root, cache);
      await live.read();
      const seen = picture(live);
      await live.dispose();
      return seen;
    };
    const first = await start();
    assert.equal(await start(), first);
    await write(
      root,
      'components/A.q',
      textFor('A.q', () => 3),
    );
    assert.equal(await start(), await freshPicture(root));
    const [file] = await readdir(cache);
    await writeFile(path.join(cache, file!), '{"version":"test 1","rows":[[');
    assert.equal(await start(), await freshPicture(root));
  });
});

test('what is open in the editor wins over the disk until it is closed', async () => {
  await withFolder(async (root) => {
    await write(
      root,
      'components/A.q',
      '<q:component name="A"><q:action name="disk"/></q:component>',
    );
    const live = liveProject(root);
    await live.read();
    const page = live.index.files.get('components/A.q')!;
    live.setOpenPage({ ...page, actions: [] });
    assert.deepEqual(live.index.files.get('components/A.q')?.actions, []);
    await live.close('components/A.q');
    assert.equal(live.index.files.get('components/A.q')?.actions[0]?.name, 'disk');
    await live.dispose();
  });
});
