import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { openServiceLog } from '../../../src/service/platform/log/serviceLog.js';
import { cleanUp } from '../../support/cleanup.js';
import { eventually } from '../../support/eventually.js';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'qa-log-'));
  cleanUp(t, () => rm(made, { recursive: true, force: true }));
  return made;
}

test('secrets are masked by value wherever they are, and by name whatever they are', async (t) => {
  const directory = await folder(t);
  const token = 'f00d'.repeat(16);
  const { log, close } = await openServiceLog({ directory, version: '1', secrets: [token] });
  log.info(`in a message: ${token}`);
  log.info({ deep: { list: [`Bearer ${token}`] } }, 'in an object');
  log.error({ err: new Error(`in an error: ${token}`) }, 'failed');
  log.info({ password: 'hunter2', datasource: { password: 'hunter2' } }, 'by name');
  await close();
  const text = await readFile(path.join(directory, 'service.1.log'), 'utf8');
  assert.equal(text.trim().split('\n').length, 4);
  assert.equal(text.includes(token), false);
  assert.equal(text.includes('hunter2'), false);
  assert.equal(text.match(/\*\*\*/g)?.length, 6, 'each of them, the stack too');
});

test('the log is three files of limited size, for its owner only', async (t) => {
  const directory = await folder(t);
  const options = { directory, version: '1', secrets: [], size: '1k' };
  const { log, close } = await openServiceLog(options);
  for (let line = 0; line < 200; line++) {
    log.info({ line }, 'something happened that is worth a line');
    await turn();
  }
  const names = await eventually(
    async () => {
      const found = await readdir(directory);
      return found.length === 3 ? found : null;
    },
    { withinMs: 5_000, what: 'old files to be removed' },
  );
  await close();
  for (const name of names) {
    const { mode, size } = await stat(path.join(directory, name));
    assert.equal(mode & 0o777, 0o600);
    assert.ok(size < 2_048, `${name} has ${size} bytes`);
  }
  const texts = await Promise.all(
    names.map((name) => readFile(path.join(directory, name), 'utf8')),
  );
  assert.ok(texts.join('').includes('"line":199'), 'the newest line is there');
});
