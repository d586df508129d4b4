import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { builtProduct } from '../support/builtProduct.js';
import { eventually } from '../support/eventually.js';
import { hangingApplication } from '../support/hangingTests.js';
import { isAlive, startService } from '../support/runningService.js';
import { run, withFramework } from './runTestVerb.js';

interface Report {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly hollow: number;
  readonly tests: readonly {
    readonly id: string;
    readonly status: string;
    readonly line: number;
    readonly message: string;
  }[];
}

test('the tests of an application from the command line', async (t) => {
  const { home } = await startService(t, { env: await withFramework() });
  const shop = path.join(home, 'shop');
  await cp('samples/storefront', shop, { recursive: true });

  const good = await run(home, shop, '--json');
  assert.equal(good.code, 0, good.stderr);
  const all = JSON.parse(good.stdout) as Report;
  assert.ok(all.total > 20);
  assert.deepEqual([all.passed, all.failed], [all.total, 0]);
  const one = all.tests[0]?.id ?? '';
  const single = await run(home, shop, '--test', one, '--json');
  assert.deepEqual(
    (JSON.parse(single.stdout) as Report).tests.map(({ id }) => id),
    [one],
  );

  const added =
    '<q:test name="wrong">\n  <test:visit/>\n  <test:expect text="No such words"/>\n</q:test>\n';
  await writeFile(path.join(shop, 'tests/wrong.test.q'), added);
  const bad = await run(home, shop, '--file', 'tests/wrong.test.q');
  assert.equal(bad.code, 1);
  assert.match(bad.stdout, /FAIL {3}wrong {2}\(\d+ ms\)/);
  assert.match(bad.stdout, /tests\/wrong\.test\.q:3 {2}<test:expect text="No such words"\/>/);
  assert.match(bad.stdout, /0 passed, 1 failed/);
  const junit = await run(home, shop, '--file', 'tests/wrong.test.q', '--junit');
  assert.equal(junit.code, 1);
  assert.match(
    junit.stdout,
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites .*failures="1"/,
  );

  const failed = await run(home, shop, '--failed', '--workers', '1', '--json');
  assert.deepEqual(
    (JSON.parse(failed.stdout) as Report).tests.map(({ id }) => id),
    ['tests/wrong.test.q::wrong'],
  );

  const empty = path.join(home, 'empty');
  await mkdir(empty);
  await writeFile(path.join(empty, 'quantum.config.yaml'), 'server:\n  port: 8080\n');
  const none = await run(home, empty);
  assert.deepEqual([none.code, none.stdout], [2, '']);
  assert.match(none.stderr, /There are no tests/);
  assert.equal((await run(home, shop, '--json', '--junit')).code, 2);
});

test('Ctrl-C ends the run and all it started', async (t) => {
  const { home } = await startService(t, { env: await withFramework() });
  const { root, started } = await hangingApplication(path.join(home, 'hangs'));
  const script = path.join(await builtProduct(), 'cli.js');
  const env = { ...process.env, CI: '', QUANTUM_ADMIN_HOME: home };
  const child = spawn(process.execPath, [script, 'test', root], { env, stdio: 'ignore' });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const pids = await started();
  const began = performance.now();
  child.kill('SIGINT');
  assert.equal((await exit)[0], 2);
  const took = performance.now() - began;
  assert.ok(took < 500, `${took} ms`);
  const areGone = (): boolean => !pids.some(isAlive);
  await eventually(areGone, { withinMs: 1_000, what: 'the processes to be gone' });
});

test('the suites of a checkout from the command line', async (t) => {
  const { home } = await startService(t, { env: await withFramework() });
  const checkout = path.join(home, 'checkout');
  await cp('samples/regression', checkout, { recursive: true });

  const all = await run(home, checkout, '--json');
  assert.equal(all.code, 0, all.stderr);
  const { total, passed } = JSON.parse(all.stdout) as Report;
  assert.deepEqual([total, passed], [97, 97]);
  const page = path.join(home, 'report.html');
  const loops = await run(home, checkout, '--suite', 'loops', '--html', page);
  const html = await readFile(page, 'utf8');
  assert.match(html, /6 passed, 0 failed, 0 hollow/);
  assert.match(html, /test-loop-array-index\.q/);
  assert.match(loops.stdout, /^loops\n {2}PASS {3}test-loop-array-index\.q {2}\(\d+ ms\)\n/);
  assert.match(loops.stdout, /\n6 passed, 0 failed\n$/);
  const none = await run(home, checkout, '--suite', 'nothing');
  assert.equal(none.code, 2, 'a suite that is not there has not passed');
  assert.match(none.stderr, /None of the project’s tests is called so/);
});

test('a test is written from the command line, or the reason why not', async (t) => {
  const { home } = await startService(t, { env: await withFramework() });
  const shop = path.join(home, 'shop');
  await cp('samples/storefront', shop, { recursive: true });

  const page = 'components/product/[id].q';
  const made = await run(home, 'generate', page, shop, '--action', 'review');
  assert.equal(made.code, 0, made.stderr);
  assert.match(
    made.stdout,
    /^tests\/product-id\.test\.q:1\n<q:test name="product\/\[id\]: review goes/,
  );
  assert.match(made.stdout, /\n {2}noticed {9}the action does nothing: review\n/);
  const passed = await run(home, shop, '--file', 'tests/product-id.test.q', '--json');
  assert.deepEqual([passed.code, (JSON.parse(passed.stdout) as Report).hollow], [0, 0]);

  const refused = await run(home, 'generate', 'components/_parts/Price.q', shop);
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /No test was written\. This component answers no address by itself/);
  assert.equal((await run(home, 'generate')).code, 2);
});
