import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { Datasource } from '../../src/protocol/datasources.js';
import type { Job } from '../../src/protocol/jobs.js';
import { findPython } from '../../src/service/projects/findPython.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';
import { cleanUp } from '../support/cleanup.js';

const run = promisify(execFile);
const assetsDirectory = path.resolve(import.meta.dirname, '../..');

interface Sqlite {
  readonly app: DatasourceApp;
  readonly file: string;
  /** Runs Python with the database as `db`, and answers what it prints. */
  readonly python: (text: string) => Promise<string>;
  readonly load: (sql: string | Buffer) => Promise<Job>;
  readonly dump: (id: number) => Promise<string>;
}

async function sqlite(t: TestContext): Promise<Sqlite> {
  const app = await startDatasources(t, { assetsDirectory });
  const interpreter = (await findPython(app.root))?.path ?? '';
  const { id } = await app.create({ type: 'sqlite' });
  const { databaseName } = await app.ready(id);
  const file = path.join(app.root, databaseName ?? '');
  const job = async (one: number, way: 'load' | 'dump', at: string): Promise<Job> => {
    const url = `/api/datasources/${one}/${way}`;
    const { jobId } = await app.call<Datasource>('POST', url, { path: at });
    await app.settled(one);
    return app.call('GET', `/api/jobs/${jobId}`);
  };
  return {
    ...{ app, file },
    async python(text) {
      const program = `import sqlite3,sys\ndb=sqlite3.connect(sys.argv[1])\n${text}\n`;
      return (await run(interpreter, ['-c', program, file])).stdout.trim();
    },
    async load(sql) {
      const at = path.join(app.root, 'in.sql');
      await writeFile(at, sql);
      return job(id, 'load', at);
    },
    async dump(one) {
      const at = path.join(app.root, 'out.sql');
      assert.equal((await job(one, 'dump', at)).error, null);
      return readFile(at, 'utf8');
    },
  };
}

const made = `
db.executescript('''
PRAGMA user_version=7;
CREATE TABLE "odd name" (id INTEGER PRIMARY KEY AUTOINCREMENT, text, real, blob,
  twice INT GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE log (what);
CREATE VIRTUAL TABLE docs USING fts5(body);
CREATE VIEW newest AS SELECT max(id) FROM "odd name";
CREATE TRIGGER noted AFTER INSERT ON "odd name" BEGIN INSERT INTO log VALUES ('a;b'); SELECT 1; END;
INSERT INTO docs VALUES ('a big world');
''')
db.execute('INSERT INTO "odd name" (text, real, blob) VALUES (?, ?, ?)',
  ("semi;\\n'quoted'\\0\\r\\nend -- \\u00fc", 0.1 + 0.2, b'\\0\\xff'))
db.commit()`;
const told = `
print([list(db.execute(one)) for one in ('SELECT * FROM "odd name"', 'SELECT count(*) FROM log',
  "SELECT body FROM docs WHERE docs MATCH 'big'", 'PRAGMA user_version', 'PRAGMA integrity_check')])`;

test('a SQLite file goes through a dump to the last bit', async (t) => {
  const { app, file, python, dump, load } = await sqlite(t);
  await python(made);
  const before = await python(told);
  const { id } = (await app.list())[0] ?? { id: 0 };
  const text = await dump(id);
  await rm(file);
  await writeFile(file, '');
  assert.deepEqual([(await load(text)).error, await python(told)], [null, before]);
  assert.equal(await dump(id), text);
  assert.match(await load('SELECT 1').then(({ state }) => state), /completed/);
});

test('a file that fails leaves a SQLite database as it was, and names the line', async (t) => {
  const { python, load } = await sqlite(t);
  await python("db.executescript('CREATE TABLE kept (id)')");
  const told = async (sql: string | Buffer): Promise<string | null> => (await load(sql)).error;
  const failing: readonly (readonly [string | Buffer, RegExp])[] = [
    [
      'BEGIN;\nDROP TABLE kept;\nCOMMIT;\nINSERT INTO\n absent VALUES (1);',
      /^in\.sql, line 4: no such table/,
    ],
    [
      "CREATE TABLE more (id);\nROLLBACK;\nSELECT ';'",
      /^in\.sql, line 2: a ROLLBACK would take back/,
    ],
    ["CREATE TABLE more (id);\nATTACH 'other.db' AS other;", /^in\.sql, line 2: .* may not attach/],
    [
      Buffer.from('CREATE TABLE more (id);\n-- \xfc\n', 'latin1'),
      /^in\.sql, line 2: this is not UTF-8/,
    ],
    ["CREATE TABLE more (id);\nINSERT INTO more VALUES ('open", /^in\.sql, line 2: /],
  ];
  for (const [sql, why] of failing) assert.match((await told(sql)) ?? '', why);
  const names = "print([name for name, in db.execute('SELECT name FROM sqlite_master')])";
  assert.equal(await python(names), "['kept']");
  // What SQLite takes outside of a transaction only is given it there.
  const fine =
    '\uFEFFPRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;\nCREATE TABLE more (id) -- end';
  assert.equal(await told(fine), null);
  assert.equal(await python(names), "['kept', 'more']");
});

test('a load waits for who writes to the SQLite file', async (t) => {
  const { app, file, load } = await sqlite(t);
  const { path: interpreter = '' } = (await findPython(app.root)) ?? {};
  const program = `import sqlite3,sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute('BEGIN EXCLUSIVE')
print('locked', flush=True)
sys.stdin.read()`;
  const other = spawn(interpreter, ['-c', program, file]);
  cleanUp(t, () => void other.kill());
  await once(other.stdout, 'data');
  const loading = load('CREATE TABLE waited (id);');
  other.stdin.end();
  assert.equal((await loading).error, null);
});
