import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import type {
  Datasource,
  DatasourceDetail,
  DockerInfo,
} from '../../../src/protocol/datasources.js';
import { containerShell } from '../../../src/protocol/datasourceShell.js';
import type { Job } from '../../../src/protocol/jobs.js';
import { inTerminal } from '../../support/inTerminal.js';
import { counting } from '../clients.js';
import { startDatasources } from '../datasourceApp.js';

/** Run by the test beside it, with an engine that lets in by certificates alone. */
test('a PostgreSQL of an engine over TLS: made, asked, dumped, loaded, entered by its shell, deleted', async (t) => {
  const app = await startDatasources(t);
  const { id } = await app.create({ type: 'postgresql' });
  await app.ready(id);
  assert.equal(await counting.postgresql(await app.url(id)), 1);

  const file = path.join(app.root, 'all.sql');
  const done = async (way: 'load' | 'dump'): Promise<void> => {
    const url = `/api/datasources/${id}/${way}`;
    const { jobId } = await app.call<Datasource>('POST', url, { path: file });
    await app.settled(id);
    assert.equal((await app.call<Job>('GET', `/api/jobs/${jobId}`)).error, null, way);
  };
  await done('dump');
  const text = await readFile(file, 'utf8');
  assert.match(text, /visits/);
  await writeFile(file, text.replaceAll('visits', 'copies'));
  await done('load');

  const detail = await app.call<DatasourceDetail>('GET', `/api/datasources/${id}`);
  const engine = await app.call<DockerInfo>('GET', '/api/docker/info');
  assert.match(engine.address, /^https:/);
  const { program, args, env } = containerShell(detail, engine) ?? assert.fail('no shell');
  const query = ['-tAc', 'SELECT 41 + count(*) FROM copies'];
  const { stdout } = await promisify(execFile)(
    'python3',
    ['-c', inTerminal, program, ...args, ...query],
    { env: { ...process.env, ...env } },
  );
  assert.match(stdout, /^42\s*$/m);

  await app.deleted(id, '?volume=delete');
  assert.deepEqual([await app.containers(), await app.volumes()], [[], []]);
});
