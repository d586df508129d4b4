import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { startService, temporaryHome } from '../support/runningService.js';
import { run, withFramework } from './runTestVerb.js';

const sample = 'samples/regression';

/** The sample's runner with a statement before one of its pages is run. */
async function runnerWith(from: string, to: string): Promise<string> {
  const text = await readFile(path.join(sample, 'test_runner.py'), 'utf8');
  assert.ok(text.includes(from), `the runner has no ${from}`);
  return text.replace(from, to);
}

const before = (statement: string): Promise<string> =>
  runnerWith(
    '    page = QuantumParser()',
    `    if path.name == 'test-loop-list.q':\n        ${statement}\n    page = QuantumParser()`,
  );

test('each way a checkout is broken is told so that a person can mend it', async (t) => {
  const { home } = await startService(t, { env: await withFramework() });
  const checkout = path.join(home, 'checkout');
  await cp(sample, checkout, { recursive: true });
  const told = async (
    files: Readonly<Record<string, string>>,
    code: number,
    says: readonly RegExp[],
    ...options: string[]
  ): Promise<void> => {
    for (const [file, text] of Object.entries(files))
      await writeFile(path.join(checkout, file), text);
    const { stdout, stderr, code: ended } = await run(home, checkout, ...options);
    for (const file of Object.keys(files))
      await writeFile(path.join(checkout, file), await readFile(path.join(sample, file)));
    assert.equal(ended, code, stdout + stderr);
    for (const words of says) assert.match(stdout + stderr, words);
  };
  const page = (content: string): string =>
    `<q:component name="L">\n  ${content}\n</q:component>\n`;
  const list = 'examples/test-loop-list.q';
  const loops = ['--suite', 'loops'];
  const others = /\n5 passed, 1 failed\n/;
  const failing = page('<q:set name="n" value="{nobody}" />');
  await told(
    { [list]: failing },
    1,
    [/FAIL .+test-loop-list/, /'nobody' is not defined/, others],
    ...loops,
  );
  const invalid = page('<q:set name="n" value="1">');
  await told({ [list]: invalid }, 1, [/mismatched tag/, /test-loop-list\.q:3/, others], ...loops);
  const crashing = await before('__import__("os")._exit(7)');
  const crash = /The runner’s process ended with exit code 7 during this test\./;
  await told({ 'test_runner.py': crashing }, 1, [crash, others], ...loops);
  const hanging = await before('__import__("threading").Event().wait()');
  const limit = [...loops, '--time-limit', '3'];
  const hang = /It took longer than 3 s and was ended\./;
  await told({ 'test_runner.py': hanging }, 1, [hang, others], ...limit);
  const broken = await runnerWith('def main():', 'def main():\n    undefined_name()\n');
  const break_ = /^test_runner\.py could not run \(line \d+ of test_runner\.py\): NameError/m;
  await told({ 'test_runner.py': broken }, 2, [break_]);
  const other = await runnerWith('from quantum.core.parser', 'from core.parser');
  const version =
    /^test_runner\.py does not fit quantum-framework 1\.0\.1 in .+ Choose the Python/m;
  await told({ 'test_runner.py': other }, 2, [version]);
  // All is as it was: what was told came from what was broken.
  await told({}, 0, [/\n6 passed, 0 failed\n/], ...loops);
});

test('without a Python that has the framework the run says what to install', async (t) => {
  const home = await temporaryHome(t);
  await startService(t, { home, env: { PATH: path.join(home, 'nothing') } });
  const shop = path.join(home, 'shop');
  await cp('samples/storefront', shop, { recursive: true });
  const { code, stdout, stderr } = await run(home, shop);
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /pip install "?quantum-framework/);
});
