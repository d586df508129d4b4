import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import test from 'node:test';
import { build } from 'esbuild';
import { builtProduct } from '../support/builtProduct.js';
import { serviceLog, temporaryHome } from '../support/runningService.js';

interface Answer {
  readonly ms: number;
  readonly pid: number;
  readonly epoch: number;
}

async function runStarter(script: string, home: string, dist: string): Promise<Answer> {
  const child = spawn(process.execPath, [script, home, dist], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  assert.notEqual(out, '', error);
  return JSON.parse(out) as Answer;
}

test('twenty windows that open at once get one service, opened once', async (t) => {
  const home = await temporaryHome(t);
  const dist = await builtProduct();
  const script = path.join(dist, 'starter.test-only.js');
  await build({
    entryPoints: [path.join(__dirname, 'starter.ts')],
    outfile: script,
    bundle: true,
    minify: true,
    platform: 'node',
    logLevel: 'warning',
  });
  const began = Date.now();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => runStarter(script, home, dist)),
  );
  const last = Date.now() - began;
  assert.equal(new Set(answers.map(({ pid }) => pid)).size, 1, 'one process serves all');
  assert.deepEqual([...new Set(answers.map(({ epoch }) => epoch))], [1]);
  const openings = (await serviceLog(home)).filter(({ msg }) => msg === 'store opened');
  assert.equal(openings.length, 1, 'the store was opened once ever');
  t.diagnostic(`last of 20 starters answered after ${last} ms, processes of their own included`);
});
