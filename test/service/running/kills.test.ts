import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dataOf } from '../../../src/client/problemError.js';
import { processStart } from '../../../src/framework/processIdentity.js';
import type { ProjectRun } from '../../../src/protocol/running.js';
import { eventually } from '../../support/eventually.js';
import { quantumPython } from '../../support/pythonEnvironment.js';
import { Random } from '../../support/random.js';
import { startService, temporaryHome, type RunningService } from '../../support/runningService.js';
import { count, seed } from '../../support/slice.js';
import { smallApplication } from '../tests/testsApp.js';

/** Kills at random moments: 100 in the soak. */
const kills = count(10, 100);

const victims = ['server', 'service', 'both', 'bridge'] as const;

// The address for browsers is the service's own: it is killed with it.
test('server, preview and service may be killed at any moment: all comes back or says why, and nothing is left', async (t) => {
  const PATH = `${path.dirname(await quantumPython())}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const home = await temporaryHome(t);
  const root = await smallApplication(path.join(home, 'small'), {});
  const startIt = (): Promise<RunningService> => startService(t, { home, env: { PATH } });
  let service = await startIt();
  const { id } = await dataOf(service.api.POST('/api/projects/open', { body: { rootPath: root } }));
  const at = { params: { path: { id } } };
  const state = (): Promise<ProjectRun> => dataOf(service.api.GET('/api/projects/{id}/run', at));
  const start = (): Promise<ProjectRun> =>
    dataOf(service.api.POST('/api/projects/{id}/run/start', at));
  const draw = async (): Promise<{ status: number; why: string }> => {
    const body = { url: '/' };
    try {
      const drawn = await dataOf(service.api.POST('/api/projects/{id}/preview', { ...at, body }));
      return { status: drawn.status, why: '' };
    } catch (error) {
      return { status: 0, why: String(Reflect.get(Object(error), 'message')) };
    }
  };
  let { url, port } = await start();
  const of = new Random(seed);
  const pids = new Set<number>();
  for (let kill = 0; kill < kills; kill += 1) {
    // A moment of its own: the server may run, be starting, or be about to.
    await pause(of.below(300));
    const { pid } = await state();
    if (pid !== null) pids.add(pid);
    const victim = of.pick(victims);
    const what = `kill ${kill} (${victim}) of seed ${seed}`;
    if (victim === 'bridge') {
      const [bridge] = await bridgesOf(service.process.pid, draw);
      const drawing = draw();
      await pause(of.below(30));
      process.kill(bridge, 'SIGKILL');
      const { status, why } = await drawing;
      assert.ok(status === 200 || why !== '', `it is drawn or says why, ${what}`);
      for (const one of await bridgesOf(service.process.pid, draw)) pids.add(one);
      assert.equal((await draw()).status, 200, `drawn again, ${what}`);
      assert.equal((await state()).pid, pid, `the server goes on, ${what}`);
      continue;
    }
    if (victim !== 'service' && pid !== null && (await processStart(pid)) !== null)
      process.kill(pid, 'SIGKILL');
    if (victim !== 'server') {
      service.process.kill('SIGKILL');
      await service.ended;
      service = await startIt();
    }
    const settled = await eventually(
      async () => {
        const run = await state();
        const isNew = run.pid !== pid || run.status === 'failed';
        return isNew && ['running', 'failed'].includes(run.status) ? run : null;
      },
      { withinMs: 30_000, what: `the run to settle after ${what}` },
    );
    if (settled.status === 'failed') {
      assert.ok((settled.problem?.message ?? '') !== '', `it says why, ${what}`);
      await start();
    }
    const now = await state();
    if (now.url !== url) {
      // Whoever took the port while nobody listened keeps it.
      assert.ok(!(await isFree(port ?? 0)), `at its address while that is free, ${what}`);
      ({ url, port } = now);
    }
    const page = await fetch(url ?? '');
    assert.match(await page.text(), /Hello/, `at its address, ${what}`);
  }
  const last = await dataOf(service.api.POST('/api/projects/{id}/run/stop', at));
  assert.equal(last.status, 'stopped');
  await service.stop();
  for (const pid of pids)
    await eventually(async () => (await processStart(pid)) === null, {
      withinMs: 10_000,
      what: `process ${pid} to be gone`,
    });
  assert.ok(await isFree(port ?? 0), 'its port is free again');
});

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const listener = createServer().once('error', () => resolve(false));
    listener.listen(port, '127.0.0.1', () => listener.close(() => resolve(true)));
  });
}

/** The processes that draw previews for a service, once there is one. */
async function bridgesOf(
  service: number | undefined,
  draw: () => Promise<{ readonly status: number; readonly why: string }>,
): Promise<[number, ...number[]]> {
  const { status, why } = await draw();
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args=']);
  const [first, ...rest] = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === service && args.includes('quantum_bridge') ? [Number(pid)] : [];
  });
  assert.ok(first !== undefined, `a process draws the preview: ${status} ${why}`);
  return [first, ...rest];
}
