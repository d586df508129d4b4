import assert from 'node:assert/strict';
import { access, chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { clientProgram } from '../../../src/service/datasources/sqlFiles/clientPrograms.js';
import { runHostProgram } from '../../../src/service/datasources/sqlFiles/hostProgram.js';
import { sqlFailure } from '../../../src/service/datasources/sqlFiles/sqlFailure.js';
import { placeOf } from '../../../src/service/datasources/sqlFiles/sqlPlace.js';
import {
  flavourOf,
  sqlToolsOf,
  versionOf,
  type SqlTools,
} from '../../../src/service/datasources/sqlFiles/sqlTools.js';
import { wholeStatements } from '../../../src/service/datasources/sqlFiles/wholeStatements.js';
import { Secret } from '../../../src/service/platform/secrets/secret.js';
import { temporaryFolder } from '../../support/serviceApp.js';

const toolsOf = (type: 'postgresql' | 'mysql' | 'mariadb'): SqlTools => {
  const tools = sqlToolsOf(type);
  assert.ok(tools);
  return tools;
};
const target = {
  ...{ host: 'db', port: 1, database: "it's", username: 'me', tls: false },
  password: new Secret('canary'),
};

test('MySQL and MariaDB never see a statement without its end, wherever a file is cut', async () => {
  const sql = "INSERT INTO a VALUES ('x;\ny');\r\nDELETE FROM a\nWHERE id = 1;\nSELECT 'end'";
  for (let cut = 1; cut < sql.length; cut++) {
    // eslint-disable-next-line @typescript-eslint/require-await -- a file is read so
    const pieces = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from(sql.slice(0, cut));
      yield Buffer.from(sql.slice(cut));
    };
    let seen = '';
    for await (const piece of wholeStatements(pieces())) {
      assert.ok(seen === '' || /;\r?\n$/.test(seen), JSON.stringify(seen));
      seen += piece.toString();
    }
    assert.equal(seen, `${sql}\n`);
  }
});

test('what a program says last is told with the line of the file', () => {
  const said = [
    [
      'psql:<stdin>:2: ERROR:  relation "absent" does not exist\nLINE 1: x',
      /^in\.sql, line 2: relation/,
    ],
    ["ERROR 1146 (42S02) at line 31: Table 'a' doesn't exist", /^in\.sql, line 31: Table 'a'/],
    ["ERROR 1146 (42S02) at line 3 in file: '-': Table 'a'", /^in\.sql, line 3: Table 'a'/],
    ['ERROR: line 7: no such table: a', /^in\.sql, line 7: no such table: a$/],
    ['pg_dump: error: aborting\npg_dump: detail: why', /^pg_dump: error: aborting$/],
    ['', /^It ended with 3\.$/],
  ] as const;
  for (const [text, expected] of said)
    assert.match(sqlFailure(3, text, 'in.sql').message, expected);
});

test('a program that is too old for the server is passed over, and named', async (t) => {
  const [old, fresh] = [await temporaryFolder(t, 'old'), await temporaryFolder(t, 'fresh')];
  for (const [folder, version] of [
    [old, '15.18 (Debian 15.18-1)'],
    [fresh, '17.2'],
  ] as const) {
    const file = path.join(folder, 'pg_dump');
    await writeFile(file, `#!/bin/sh\necho 'pg_dump (PostgreSQL) ${version}'\n`);
    await chmod(file, 0o755);
  }
  const tools = toolsOf('postgresql');
  const find = (server: string, ...folders: string[]) =>
    clientProgram(tools, 'dump', server, { PATH: folders.join(path.delimiter) });
  assert.ok('file' in (await find('PostgreSQL 15.1', old, fresh)));
  const found = await find('PostgreSQL 17.6', old, fresh);
  assert.equal('file' in found && found.file, path.join(fresh, 'pg_dump'));
  assert.deepEqual(await find('PostgreSQL 17.6', old), [{ program: 'pg_dump', version: '15.18' }]);
});

test('no argument of a program is the password, and TLS is asked for in a way that is held', () => {
  const versions = {
    postgresql: ['psql (PostgreSQL) 17.6'],
    mysql: ['mysqldump  Ver 8.4.6 for Linux on x86_64', 'mariadb-dump from 11.8.3-MariaDB'],
    mariadb: ['mysqldump  Ver 10.19 Distrib 10.11.6-MariaDB', 'mysql  Ver 8.0.36 for Linux'],
  } as const;
  for (const type of ['postgresql', 'mysql', 'mariadb'] as const) {
    const tools = toolsOf(type);
    for (const way of ['load', 'dump'] as const) {
      for (const version of versions[type]) {
        assert.match(versionOf(version), /^\d+\.\d+/);
        const flavour = flavourOf(tools, version);
        const args = tools.args(way, { ...placeOf(target), authorities: '/ca.pem' }, flavour);
        const text = args.join(' ');
        assert.ok(!text.includes('canary'));
        assert.match(text, /verify-full|VERIFY_IDENTITY|--ssl-verify-server-cert/);
        assert.doesNotMatch(tools.args(way, placeOf(target), flavour).join(' '), /ssl/);
        if (type === 'postgresql') assert.match(text, /dbname='it\\'s'/);
        // Else its own option file would be read before.
        else assert.equal(args[0], '--no-defaults');
      }
    }
  }
});

test('a program that is cancelled ends before it sees the end of what it was given', async (t) => {
  const folder = await temporaryFolder(t, 'ends');
  const file = path.join(folder, 'seen');
  const cancelled = new AbortController();
  const input = async function* (): AsyncGenerator<string> {
    yield 'DELETE FROM a\n';
    cancelled.abort(new Error('cancelled'));
    await new Promise<void>((resolve) => setImmediate(resolve));
    yield 'WHERE id = 1;\n';
  };
  const program = { file: '/bin/sh', args: ['-c', 'cat; echo end > "$0"', file], env: {} };
  await assert.rejects(
    runHostProgram(program, { input: input(), signal: cancelled.signal }),
    /cancelled/,
  );
  await assert.rejects(access(file));
});
