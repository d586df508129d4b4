import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, it } from 'node:test';
import { processStart } from '../../../src/framework/processIdentity.js';
import type { Environment } from '../../../src/protocol/environments.js';
import type { StoredEvent } from '../../../src/protocol/events.js';
import { temporaryFolder } from '../../support/serviceApp.js';
import { smallApplication } from '../tests/testsApp.js';
import { startRuns } from './runApp.js';

describe('the service runs an application', () => {
  it('answers once a page does, keeps its address, and writes nothing into the project', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {});
    const before = await readdir(root, { recursive: true });
    const app = await startRuns(t, root);
    assert.equal((await app.state()).status, 'stopped');
    const run = await app.start();
    assert.deepEqual([run.status, run.problem], ['running', null]);
    assert.match(await (await fetch(run.url ?? '')).text(), /Hello/);
    assert.equal((await app.start()).pid, run.pid, 'it runs already');
    const again = await app.restart();
    assert.notEqual(again.pid, run.pid);
    assert.equal(again.port, run.port);
    const stopped = await app.stop();
    assert.deepEqual([stopped.status, stopped.url, stopped.pid], ['stopped', null, null]);
    await assert.rejects(fetch(run.url ?? ''));
    assert.equal(await processStart(again.pid ?? 0), null, 'its process has ended');
    assert.deepEqual(await readdir(root, { recursive: true }), before);
  });

  it('takes another port where the configured one is taken, and keeps that', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port: taken } = other.address() as { port: number };
    const root = await smallApplication(await temporaryFolder(t, 'run'), {
      'quantum.config.yaml': `server:\n  port: ${taken}\n`,
    });
    const app = await startRuns(t, root);
    const first = await app.start();
    assert.notEqual(first.port, taken);
    await app.stop();
    other.close();
    assert.equal((await app.start()).port, first.port);
  });

  it('runs again with the next service, at the same address', async (t) => {
    const home = await temporaryFolder(t, 'home');
    const root = await smallApplication(await temporaryFolder(t, 'run'), {});
    const app = await startRuns(t, root, { home });
    const run = await app.start();
    await app.close();
    assert.equal(await processStart(run.pid ?? 0), null, 'nothing of it is left');
    const next = await startRuns(t, root, { home });
    await next.event((event) => event.type === 'run_changed' && event.status === 'running');
    assert.match(await (await fetch(run.url ?? '')).text(), /Hello/);
  });

  it('comes again by itself when its process is killed', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {});
    const app = await startRuns(t, root);
    const run = await app.start();
    process.kill(run.pid ?? 0, 'SIGKILL');
    await app.event((event) => event.type === 'run_changed' && event.status === 'restarting');
    // Who comes meanwhile waits for it.
    assert.match(await (await fetch(run.url ?? '')).text(), /Hello/);
    assert.notEqual((await app.state()).pid, run.pid);
    const lines = await app.lines('?level=error');
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['The server was ended by SIGKILL.'],
    );
  });

  it('starts anew when its Python changes, and gives it the variables of other features', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {
      'quantum.config.yaml': 'services:\n  - greet\n',
      'greet.py':
        'import os\nfrom quantum.services import service\n\n@service("word")\ndef word():\n    return "one " + os.environ["SECRET_WORD"] + os.environ.get("QUANTUM_ADMIN_HOME", "")\n',
      'components/index.q':
        '<q:component name="Index">\n<q:invoke name="w" service="word"/>\n<p>{w}</p>\n</q:component>\n',
    });
    process.env['QUANTUM_ADMIN_HOME'] ??= '/nowhere';
    const app = await startRuns(t, root, {
      variables: () => Promise.resolve({ SECRET_WORD: 'sesame' }),
    });
    const run = await app.start();
    const text = async (): Promise<string> => (await fetch(run.url ?? '')).text();
    assert.match(await text(), /one sesame\s/);
    await app.edit('greet.py', (python) => python.replace('one', 'two'));
    await app.event(
      (event) =>
        event.type === 'run_changed' && event.status === 'running' && event.version > run.version,
    );
    assert.match(await text(), /two sesame\s/);
  });

  it('is given the variables of the environment in use, starts anew when they change, and starts once it has the one it lacked', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {
      'quantum.config.yaml': 'server:\n  host: ${SHOP_HOST}\nservices:\n  - greet\n',
      'greet.py':
        'import os\nfrom quantum.services import service\n\n@service("word")\ndef word():\n    return "word " + os.environ.get("WORD", "none")\n',
      'components/index.q':
        '<q:component name="Index">\n<q:invoke name="w" service="word"/>\n<p>{w}</p>\n</q:component>\n',
    });
    const app = await startRuns(t, root);
    const project = `/api/projects/${app.project.id}`;
    const problem = await app.refused(`${project}/run/start`);
    assert.match(problem.detail, /SHOP_HOST/);
    const add = (key: string, value: string, environmentId: number | null): Promise<unknown> =>
      app.call('POST', `${project}/environment-variables`, { key, value, environmentId });
    const running = async (after: number): Promise<number> => {
      const is = (event: StoredEvent): boolean =>
        event.type === 'run_changed' && event.status === 'running' && event.version > after;
      const event = await app.event(is);
      return event.type === 'run_changed' ? event.version : 0;
    };
    await add('SHOP_HOST', '127.0.0.1', null);
    const first = await running(0);
    const text = async (): Promise<string> => (await fetch((await app.state()).url ?? '')).text();
    assert.match(await text(), /word none/);
    const { id } = await app.call<Environment>('POST', `${project}/environments`, { name: 'dev' });
    // What is not in use changes nothing of what runs.
    await add('WORD', 'sesame', id);
    assert.match(await text(), /word none/);
    await app.call('PUT', `/api/environments/${id}`, { inUse: true });
    const second = await running(first);
    assert.match(await text(), /word sesame/);
    await app.call('PUT', `${project}/environment-variables/WORD?environmentId=${id}`, {
      value: 'open',
    });
    await running(second);
    assert.match(await text(), /word open/);
    const said = (await app.lines()).filter(({ text: one }) => /its variables changed/.test(one));
    assert.equal(said.length, 3);
  });

  it('says what it does not start on, with its place, and starts when that is mended', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {});
    const app = await startRuns(t, root);
    const good = 'server:\n  port: 8080\n';
    await writeFile(path.join(root, 'quantum.config.yaml'), 'server:\n  port: [\n');
    const problem = await app.refused(`/api/projects/${app.project.id}/run/start`);
    assert.equal(problem.code, 'framework-failed');
    assert.match(problem.detail, /quantum\.config\.yaml/);
    const failed = await app.state();
    assert.equal(failed.status, 'failed');
    assert.equal(failed.problem?.place?.file, 'quantum.config.yaml');
    const page = await fetch(failed.url ?? '');
    assert.equal(page.status, 503);
    assert.match(await page.text(), /__quantum_admin\/client\.js/);
    await app.save('quantum.config.yaml', good);
    await app.event((event) => event.type === 'run_changed' && event.status === 'running');
  });

  it('leaves down what ends again and again', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {});
    const app = await startRuns(t, root);
    await app.start();
    for (let time = 0; time < 4; time += 1) {
      const { pid, version } = await app.state();
      process.kill(pid ?? 0, 'SIGKILL');
      await app.event(
        (event) =>
          event.type === 'run_changed' &&
          event.version > version &&
          event.status === (time < 3 ? 'running' : 'failed'),
      );
    }
    assert.match((await app.state()).problem?.message ?? '', /4 times within a minute/);
    assert.equal((await app.start()).status, 'running');
  });
});

describe('the log of a run', () => {
  it('has requests with their queries, lines by level and text, and errors with their place', async (t) => {
    const root = await smallApplication(await temporaryFolder(t, 'run'), {
      'quantum.config.yaml': 'datasources:\n  db:\n    driver: sqlite\n    database: ./shop.db\n',
      'shop.db': '',
      'components/index.q':
        '<q:component name="Index">\n<q:query name="t" datasource="db">SELECT 1 AS one</q:query>\n<p>{t.one}</p>\n</q:component>\n',
      'components/bad.q':
        '<q:component name="Bad">\n  <q:set name="n" type="number" value="abc"/>\n</q:component>\n',
    });
    const app = await startRuns(t, root);
    const run = await app.start();
    await fetch(`${run.url ?? ''}bad`);
    const requests = await app.requests();
    const [index, bad] = [requests.find((one) => one.path === '/'), requests.at(-1)];
    assert.equal(index?.component, 'components/index.q');
    assert.deepEqual(
      index.queries.map(({ datasource, sql, rows, error }) => [datasource, sql, rows, error]),
      [['db', 'SELECT 1 AS one', 1, null]],
    );
    assert.equal(bad?.status, 500);
    assert.deepEqual(bad.error?.place, { file: 'components/bad.q', line: 2, column: 39 });
    const found = await app.lines('?level=error&q=NOT%20A%20NUMBER');
    assert.ok(found.some(({ place }) => place?.line === 2));
    assert.deepEqual(await app.lines('?q=nothing-says-this'), []);
  });
});
