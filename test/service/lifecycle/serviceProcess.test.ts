import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, rm, stat, writeFile, mkdtemp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import test from 'node:test';
import { promisify } from 'node:util';
import { dataOf } from '../../../src/client/problemError.js';
import { findService } from '../../../src/client/findService.js';
import { homePaths } from '../../../src/protocol/home.js';
import { serviceExit } from '../../../src/protocol/serviceExit.js';
import { builtProduct } from '../../support/builtProduct.js';
import { cleanUp } from '../../support/cleanup.js';
import { eventually } from '../../support/eventually.js';
import { serviceLog, startService, temporaryHome } from '../../support/runningService.js';

const exits = async (home: string): Promise<unknown[]> =>
  (await serviceLog(home)).filter(({ msg }) => msg === 'exit').map(({ reason }) => reason);

const exitOf = async (child: ChildProcess): Promise<unknown> =>
  ((await once(child, 'exit')) as [unknown])[0];

test('who loses the race leaves before it loads the service', async (t) => {
  const running = await startService(t);
  const dist = await mkdtemp(path.join(tmpdir(), 'qa-dist-'));
  cleanUp(t, () => rm(dist, { recursive: true }));
  await cp(path.join(running.dist, 'main.js'), path.join(dist, 'main.js'));
  const marker = path.join(dist, 'loaded');
  await writeFile(
    path.join(dist, 'service.js'),
    `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`,
  );
  const loser = spawn(process.execPath, [path.join(dist, 'main.js'), '--home', running.home]);
  const [said, code] = await Promise.all([text(loser.stderr), exitOf(loser)]);
  assert.equal(code, serviceExit.alreadyRunning);
  assert.match(said, new RegExp(`process ${running.pid}`));
  assert.equal(existsSync(marker), false);
  // The marker would be there if the bundle were loaded: an owner without rivals does load it.
  const alone = await temporaryHome(t);
  const winner = spawn(process.execPath, [path.join(dist, 'main.js'), '--home', alone]);
  await once(winner, 'exit');
  assert.equal(existsSync(marker), true);
});

test('stop lets go of everything, once, whoever asks how often', async (t) => {
  const service = await startService(t);
  const body = { reason: 'first' };
  await Promise.allSettled([
    dataOf(service.api.POST('/api/service/stop', { body })),
    dataOf(service.api.POST('/api/service/stop', { body: { reason: 'second' } })),
  ]);
  service.process.kill('SIGTERM');
  assert.equal(await service.ended, 0);
  assert.equal((await exits(service.home)).length, 1, 'one reason');
  assert.equal(existsSync(homePaths(service.home).portFile), false);
  const again = await startService(t, { home: service.home });
  assert.equal(again.epoch, service.epoch + 1);
  assert.equal(again.token, service.token, 'the token stays');
});

test('a service nobody uses leaves; a window that listens keeps it', async (t) => {
  const service = await startService(t, { idleSeconds: 1 });
  const request = http.get(`${service.baseUrl}/api/events`, {
    headers: { authorization: `Bearer ${service.token}` },
  });
  const [stream] = (await once(request, 'response')) as [http.IncomingMessage];
  let received = '';
  stream.setEncoding('utf8').on('data', (part: string) => (received += part));
  stream.on('error', () => undefined);
  const before = Date.now();
  await eventually(() => Date.now() - before > 1_800, {
    withinMs: 5_000,
    what: 'the time to pass',
  });
  assert.equal(service.process.exitCode, null, 'stays while a window listens');
  assert.match(received, /event: ready/);
  request.destroy();
  assert.equal(await service.ended, 0);
  assert.deepEqual(await exits(service.home), ['idle for 1 s']);
});

test('a service that leaves says goodbye to its readers', async (t) => {
  const service = await startService(t);
  const request = http.get(`${service.baseUrl}/api/events`, {
    headers: { authorization: `Bearer ${service.token}` },
  });
  const [stream] = (await once(request, 'response')) as [http.IncomingMessage];
  const all = text(stream);
  service.process.kill('SIGTERM');
  assert.match(await all, /event: bye/);
  assert.equal(await service.ended, 0);
});

test('files of the home are its owner’s alone, and the token is nowhere but in its file', async (t) => {
  const service = await startService(t);
  const { token, home } = service;
  await dataOf(service.api.GET('/api/service'));
  await fetch(`${service.baseUrl}/api/nothing?token=${token}`, {
    headers: { authorization: `Bearer ${token}`, 'x-token': token },
  });
  await fetch(`${service.baseUrl}/${token}`);
  const paths = homePaths(home);
  assert.equal((await stat(home)).mode & 0o777, 0o700);
  assert.equal((await stat(paths.token)).mode & 0o777, 0o600);
  const { stdout: processes } = await promisify(execFile)('ps', ['axww', '-o', 'args']);
  const places = {
    log: JSON.stringify(await serviceLog(home)) + service.output(),
    'port file': await readFile(paths.portFile, 'utf8'),
    'process list': processes,
    OpenAPI: await (await fetch(`${service.baseUrl}/openapi.json`)).text(),
    environment: await readFile(`/proc/${service.pid}/environ`, 'utf8').catch(() => ''),
  };
  for (const [place, content] of Object.entries(places)) {
    assert.ok(content.length > 0 || place === 'environment');
    assert.equal(content.includes(token), false, `the token is in the ${place}`);
  }
});

test('a store that refuses is said to the starter', async (t) => {
  const home = await temporaryHome(t);
  await writeFile(path.join(home, 'store'), 'not a folder');
  const child = spawn(process.execPath, [
    path.join(await builtProduct(), 'main.js'),
    '--home',
    home,
  ]);
  const [said, code] = await Promise.all([text(child.stderr), exitOf(child)]);
  assert.notEqual(code, 0);
  assert.match(said, /store/);
  assert.equal((await exits(home)).length, 1);
  assert.equal(await findService(home), null);
});
