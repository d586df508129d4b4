import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { until, within } from '../../scripts/lib/deadline.js';
import { root } from '../../scripts/lib/paths.js';
import { processesWith } from '../../scripts/lib/processes.js';

const running = new Set<ChildProcess>();

afterEach(async () => {
  for (const child of running) {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
});

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Runs `npm start` the way npm does, with an environment entry that marks all that comes of it. */
function start(args: readonly string[], mark: string, env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [path.join('scripts', 'start.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, ...env, QUANTUM_START_TEST: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, output: () => output, ended };
}

const without = (name: string): NodeJS.ProcessEnv => ({ [name]: undefined });

test('npm start shows the sample in a window, a line with its time for each step', async () => {
  const { ended, output } = start(['--check'], 'check');
  assert.equal(await within('the end of npm start', ended, 240_000), 0, output());
  const steps = output()
    .split('\n')
    .filter((line) => /^ *\d+\.\d s  /.test(line));
  assert.equal(steps.length, 5, output());
  assert.match(steps.at(-1) ?? '', /Projects shows storefront, Quantum 1\.0\.1/);
});

test('without a desktop it serves VS Code in the browser, until Ctrl+C ends all of it', async () => {
  const mark = `browser-${process.pid}`;
  const { child, ended, output } = start(['--browser'], mark, {
    ...without('DISPLAY'),
    ...without('WAYLAND_DISPLAY'),
  });
  const address = await until('an address', () => /open {2}(http\S+)/.exec(output())?.[1], 240_000);
  assert.match(decodeURIComponent(address), /samples\/storefront$/);
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /vscode|code-server/i);
  child.kill('SIGINT');
  await within('the end of npm start', ended, 30_000);
  assert.deepEqual(await processesWith('QUANTUM_START_TEST', mark), []);
});

test('a machine without git is told so in one sentence, with the command that mends it', async () => {
  const { ended, output } = start([], 'no-git', { PATH: path.join(root, 'media') });
  assert.equal(await within('the end of npm start', ended, 20_000), 1);
  assert.match(output(), /^git is needed: install it with `.+`\.\n$/);
});
