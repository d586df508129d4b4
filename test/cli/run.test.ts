import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { builtProduct } from '../support/builtProduct.js';
import { cleanUp } from '../support/cleanup.js';
import { quantumPython } from '../support/pythonEnvironment.js';
import { startService } from '../support/runningService.js';
import { smallApplication } from '../service/tests/testsApp.js';

test('an application runs in the terminal until Ctrl-C, and leaves nothing behind', async (t) => {
  const folder = path.dirname(await quantumPython());
  const PATH = `${folder}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const { home } = await startService(t, { env: { PATH } });
  const root = await smallApplication(path.join(home, 'small'), {});
  const before = await readdir(root, { recursive: true });
  const script = path.join(await builtProduct(), 'cli.js');
  const env = { ...process.env, CI: '', QUANTUM_ADMIN_HOME: home };
  const child = spawn(process.execPath, [script, 'run', root], { env });
  cleanUp(t, () => child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const out = reader(child.stdout);
  const [, url = ''] = await reader(child.stderr)(/runs at (http\S+)\. Ctrl-C ends it/);
  const page = await fetch(url);
  assert.match(await page.text(), /Hello/);
  await out(/GET \/ 200 \d+ ms/);
  child.kill('SIGINT');
  assert.deepEqual(await ended, [0, null]);
  await assert.rejects(fetch(url), 'its address is closed');
  assert.deepEqual(await readdir(root, { recursive: true }), before);
});

/** Reads until what came matches. */
function reader(stream: NodeJS.ReadableStream): (wanted: RegExp) => Promise<RegExpExecArray> {
  let text = '';
  let look: () => void = () => undefined;
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    look();
  });
  return (wanted) =>
    new Promise((resolve) => {
      look = () => {
        const found = wanted.exec(text);
        if (found) resolve(found);
      };
      look();
    });
}
