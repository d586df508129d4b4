import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo } from 'node:net';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { findInstallation } from '../../../src/framework/findInstallation.js';
import type { Installation } from '../../../src/framework/installation.js';
import type { Check, DoctorReport } from '../../../src/protocol/doctor.js';
import type { OpenProject } from '../../../src/protocol/projects.js';
import { doctorFeature } from '../../../src/service/doctor/feature.js';
import { EnginePlace } from '../../../src/service/platform/docker/enginePlace.js';
import { projectsFeature } from '../../../src/service/projects/feature.js';
import type { FindInstallation } from '../../../src/service/projects/frameworkStates.js';
import { cleanUp } from '../../support/cleanup.js';
import { startTestApp, temporaryFolder } from '../../support/serviceApp.js';
import { quantumFolder } from '../projects/projectApp.js';

const installed: Installation = {
  interpreter: { path: '/opt/py/bin/python', pythonVersion: '3.12.4', source: 'venv' },
  version: '1.0.1',
  problem: null,
};

function environment(t: TestContext, name: string, value: string): void {
  const before = process.env[name];
  process.env[name] = value;
  cleanUp(t, () => {
    if (before === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before;
  });
}

async function listen(
  t: TestContext,
  server: Server | ReturnType<typeof createTcp>,
): Promise<number> {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  cleanUp(t, () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A port nothing listens on. */
async function closedPort(): Promise<number> {
  const server = createTcp().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startDoctor(
  t: TestContext,
  found: Installation = installed,
  findInstallation: FindInstallation = () => Promise.resolve(found),
) {
  environment(t, 'DOCKER_HOST', `tcp://127.0.0.1:${await closedPort()}`);
  const started = await startTestApp(t, {
    features: (platform) => {
      const room = projectsFeature(platform, {
        templatesDirectory: '/nonexistent',
        findInstallation,
        findPython: () => Promise.resolve(null),
      });
      const { projects } = room;
      const versions = { version: '1.2.3', apiVersion: '1.0' };
      const docker = new EnginePlace();
      return [room, doctorFeature(platform, { ...versions, projects, findInstallation, docker })];
    },
  });
  const { app, authorized: headers } = started;
  const open = async (rootPath: string, more: Partial<OpenProject> = {}): Promise<number> => {
    const payload = { rootPath, ...more };
    const answer = await app.inject({
      method: 'POST',
      url: '/api/projects/open',
      headers,
      payload,
    });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<{ id: number }>().id;
  };
  const report = async (query = ''): Promise<Map<Check['id'], Check>> => {
    const answer = await app.inject({ url: `/api/doctor${query}`, headers });
    assert.equal(answer.statusCode, 200, answer.body);
    return new Map(answer.json<DoctorReport>().checks.map((check) => [check.id, check]));
  };
  const work = await temporaryFolder(t, 'doctor');
  return { ...started, open, report, work };
}

test('the doctor names Python, framework, folder, Docker, ports, store and versions', async (t) => {
  const { open, report, work, home } = await startDoctor(t);
  const id = await open(await quantumFolder(path.join(work, 'shop')));
  const checks = await report(`?projectId=${id}`);
  const ids = ['interpreter', 'framework', 'folder', 'docker', 'ports', 'store', 'versions'];
  assert.deepEqual([...checks.keys()], ids);
  const sentence = (of: Check['id']) => checks.get(of)?.sentence ?? '';
  assert.equal(
    sentence('interpreter'),
    'Python 3.12.4, from a virtual environment: /opt/py/bin/python.',
  );
  assert.equal(sentence('framework'), 'quantum-framework 1.0.1 is installed.');
  assert.match(sentence('folder'), /^shop is at .*shop\.$/);
  assert.match(sentence('store'), /^SQLite, \d+ KB, [\d.]+ [MG]B free: /);
  assert.ok(sentence('store').includes(path.join(home, 'store')));
  assert.equal(sentence('versions'), `Service 1.2.3, API 1.0, Node ${process.versions.node}.`);
  for (const check of checks.values())
    if (check.state === 'ok') assert.deepEqual(check.repairs, []);
});

test('a setting that names no Python is an error that says so; a default of the editor is not', async (t) => {
  const { open, report, work } = await startDoctor(t, installed, findInstallation);
  const interpreter = path.join(work, 'gone/bin/python');
  const shop = await quantumFolder(path.join(work, 'shop'));
  const id = await open(shop, { interpreter, interpreterSource: 'setting' });
  const broken = (await report(`?projectId=${id}`)).get('interpreter');
  assert.equal(broken?.state, 'error');
  assert.equal(
    broken.sentence,
    `The interpreter of the setting quantum.python.interpreter does not run: ${interpreter}. Correct or remove the setting.`,
  );
  const settings = broken.repairs.map((repair) => 'setting' in repair && repair.setting);
  assert.ok(settings.includes('quantum.python.interpreter'));

  await open(shop, { interpreter, interpreterSource: 'python-extension' });
  const other = (await report(`?projectId=${id}`)).get('interpreter');
  assert.doesNotMatch(other?.sentence ?? '', /setting/);
});

test('without the framework, the repair installs it for that project', async (t) => {
  const { open, report, work } = await startDoctor(t, {
    ...installed,
    version: null,
    problem: 'not installed',
  });
  const id = await open(await quantumFolder(path.join(work, 'shop')));
  const check = (await report(`?projectId=${id}`)).get('framework');
  assert.equal(check?.state, 'error');
  assert.equal(check.sentence, 'quantum-framework is not installed for /opt/py/bin/python.');
  const label = 'Install quantum-framework';
  assert.deepEqual(check.repairs, [{ kind: 'install-framework', label, projectId: id }]);
});

test('a Python that is too old, or none, is an error with a way out', async (t) => {
  const old = { path: '/usr/bin/python3', pythonVersion: '3.11.2', source: 'path' } as const;
  const first = await startDoctor(t, { interpreter: old, version: null, problem: 'old' });
  const tooOld = (await first.report()).get('interpreter');
  assert.equal(tooOld?.sentence, '/usr/bin/python3 is Python 3.11.2; Quantum needs 3.12 or newer.');
  assert.equal(tooOld.state, 'error');
  const second = await startDoctor(t, { interpreter: null, version: null, problem: 'No Python.' });
  const none = (await second.report()).get('interpreter');
  assert.equal(none?.sentence, 'No Python.');
  assert.deepEqual(
    none.repairs.map(({ kind }) => kind),
    ['url', 'setting'],
  );
});

test('a moved folder is named with its new place, and can be linked', async (t) => {
  const { open, report, work } = await startDoctor(t);
  const id = await open(await quantumFolder(path.join(work, 'shop')));
  await rename(path.join(work, 'shop'), path.join(work, 'store'));
  const check = (await report(`?projectId=${id}`)).get('folder');
  assert.equal(check?.state, 'warning');
  assert.match(check.sentence, /^The folder of shop was moved from .*shop to .*store\.$/);
  assert.deepEqual(check.repairs, [
    { kind: 'relink-folder', label: 'Link the moved folder', projectId: id },
  ]);
});

test('a Docker engine that answers is named with its version', async (t) => {
  const { report } = await startDoctor(t);
  const engine = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      request.url?.endsWith('/version') === true
        ? '{"Version":"28.2.2","ApiVersion":"1.50"}'
        : '{}',
    );
  });
  const address = `tcp://127.0.0.1:${await listen(t, engine)}`;
  environment(t, 'DOCKER_HOST', address);
  const check = (await report()).get('docker');
  assert.equal(
    check?.sentence,
    `Docker 28.2.2 (API 1.50) answers at ${address} (DOCKER_HOST). Ports of containers are reached at 127.0.0.1.`,
  );
  assert.equal(check.state, 'ok');
});

test('no Docker engine, or one that is silent, is a warning that says where and why, in time', async (t) => {
  const { report } = await startDoctor(t);
  const closed = (await report()).get('docker');
  assert.match(
    closed?.sentence ?? '',
    /^Docker does not answer at tcp:\/\/127\.0\.0\.1:\d+ \(DOCKER_HOST\): nothing listens there\./,
  );
  assert.equal(closed?.state, 'warning');
  environment(t, 'DOCKER_HOST', 'unix:///nonexistent/docker.sock');
  assert.match(
    (await report()).get('docker')?.sentence ?? '',
    /: there is no such socket \/nonexistent\/docker\.sock: Docker is not (running|installed here)\. /,
  );
  environment(t, 'DOCKER_HOST', `tcp://127.0.0.1:${await listen(t, createTcp())}`);
  const before = performance.now();
  assert.match((await report()).get('docker')?.sentence ?? '', /: it did not answer in time\./);
  const took = performance.now() - before;
  assert.ok(took > 1_900 && took < 15_000, `${took} ms`);
});

test('a taken port is named with who has it and where the application could listen', async (t) => {
  const { open, report, work } = await startDoctor(t);
  const port = await listen(t, createTcp());
  const shop = await quantumFolder(path.join(work, 'shop'));
  await writeFile(path.join(shop, 'quantum.config.yaml'), `server:\n  port: ${port}\n`);
  const id = await open(shop);
  const check = (await report(`?projectId=${id}`)).get('ports');
  assert.equal(check?.state, 'warning');
  if (process.platform === 'linux') {
    assert.match(
      check.sentence,
      new RegExp(`^Port ${port} is taken by .+ \\(process ${process.pid}\\)`),
    );
  }
  const [repair] = check.repairs;
  assert.equal(repair?.kind, 'terminal');
  assert.match(repair.command, /^quantum start --port \d+$/);
  await writeFile(path.join(shop, '.quantum.pid'), `${process.pid}\n`);
  const own = (await report(`?projectId=${id}`)).get('ports');
  assert.equal(own?.state, process.platform === 'linux' ? 'ok' : 'warning');
});

test('the port is the one the application is configured for', async (t) => {
  const { report, work } = await startDoctor(t);
  const shop = await quantumFolder(path.join(work, 'shop'));
  const port = await closedPort();
  const query = `?rootPath=${encodeURIComponent(shop)}`;
  const sentence = async (configuration: string) => {
    await writeFile(path.join(shop, 'quantum.config.yaml'), configuration);
    return (await report(query)).get('ports')?.sentence ?? '';
  };
  assert.equal(
    await sentence(`server: { port: ${port} }`),
    `Port ${port} is free for the application.`,
  );
  environment(t, 'QUANTUM_DOCTOR_TEST_PORT', String(port));
  for (const text of ['"${QUANTUM_DOCTOR_TEST_PORT}"', `"\${NOT_SET_ANYWHERE:-${port}}"`]) {
    assert.equal(
      await sentence(`server: { port: ${text} }`),
      `Port ${port} is free for the application.`,
    );
  }
  assert.match(await sentence('server: [broken'), /^Port 8080 /);
});

test('without a project the folders of all are examined, and an unknown project is not found', async (t) => {
  const { app, authorized, open, work } = await startDoctor(t);
  for (const name of ['shop', 'blog']) await open(await quantumFolder(path.join(work, name)));
  const answer = await app.inject({ url: '/api/doctor', headers: authorized });
  const folders = answer.json<DoctorReport>().checks.filter(({ id }) => id === 'folder');
  assert.equal(folders.length, 2);
  const unknown = await app.inject({ url: '/api/doctor?projectId=99', headers: authorized });
  assert.equal(unknown.statusCode, 404);
});
