import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import type { ConnectionTest } from '../../src/protocol/datasources.js';
import { counting } from './clients.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

const execute = promisify(execFile);
const run = async (program: string, ...args: string[]): Promise<string> =>
  (await execute(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;

/** Every file below a folder, as one text. */
async function textOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = files.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return `${file}\n${await readFile(file, 'latin1').catch(() => '')}`;
  });
  return (await Promise.all(texts)).join('\n');
}

/** Everything that is kept, shown or told, but for the one answer that is asked for by name. */
async function everythingSeen(app: DatasourceApp, id: number): Promise<Record<string, string>> {
  const { containerId } = await app.get(id);
  const seen = async (url: string): Promise<string> => JSON.stringify(await app.call('GET', url));
  const events = await app.service.platform.events.since(0);
  const logs: string[] = [];
  for (const job of await app.call<{ id: number }[]>('GET', '/api/jobs')) {
    const { signal } = new AbortController();
    for await (const { text } of app.service.platform.jobs.logLines(job.id, 0, signal)) {
      logs.push(text);
    }
  }
  return {
    list: await seen(`/api/projects/${app.project.id}/datasources`),
    detail: await seen(`/api/datasources/${id}`),
    status: await seen(`/api/datasources/${id}/status`),
    jobs: await seen('/api/jobs'),
    audit: await seen('/api/audit'),
    events: JSON.stringify(events),
    'logs of jobs': logs.join('\n'),
    'state and files': await textOf(app.service.home),
    'docker inspect': await run('docker', 'inspect', containerId ?? ''),
    'docker logs': await run('sh', '-c', `docker logs ${containerId ?? ''} 2>&1`),
    processes: await run('ps', '-eo', 'args'),
    'temporary files': await run('sh', '-c', `ls -R ${tmpdir()} 2>/dev/null | head -50000`),
  };
}

for (const type of ['postgresql', 'mariadb', 'redis', 'mongodb'] as const) {
  test(`${type}: a password stands nowhere but where it is asked for, before and after it is changed`, async (t) => {
    const app = await startDatasources(t);
    const first = `canary-${type}-Zq9x`;
    const { id } = await app.create({ type, password: first });
    const during = await run('ps', '-eo', 'args');
    assert.ok(!during.includes('Zq9x'), 'processes while it is made');
    await app.ready(id);
    assert.equal(await counting[type](await app.url(id)), 1);

    const second = `changed-${type}-Zq9x`;
    const before = await app.url(id);
    await app.call('PUT', `/api/datasources/${id}`, { password: second });
    const changed = await app.settled(id);
    assert.equal(changed.error, null);
    await assert.rejects(counting[type](before));
    assert.ok((await app.url(id)).includes(second));
    assert.equal(await counting[type](await app.url(id)), 2);
    await app.call('POST', `/api/datasources/${id}/restart`);
    await app.ready(id);
    assert.equal(await counting[type](await app.url(id)), 3);

    // Tried out before a change is saved, the stored one is used where none is typed.
    const { port, databaseName, username } = changed;
    const asked = { type, host: '127.0.0.1', port, databaseName, ...(username && { username }) };
    const tried = async (more: object): Promise<boolean> =>
      (await app.call<ConnectionTest>('POST', '/api/datasources/test', { ...asked, ...more })).ok;
    assert.equal(await tried({ datasourceId: id }), true);
    assert.equal(await tried({}), false);

    for (const [place, text] of Object.entries(await everythingSeen(app, id))) {
      assert.ok(!text.includes('Zq9x'), `${place} holds the password`);
    }
  });
}
