import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { TryOutAnswer } from '../../src/protocol/tryout.js';
import { application } from '../service/tryout/tryOutApp.js';
import { startService } from '../support/runningService.js';
import { runCli, type Outcome } from './runCli.js';
import { withFramework } from './runTestVerb.js';

test('a page and an action are sent from the terminal, with fields, a file and a user', async (t) => {
  const { home } = await startService(t, { env: await withFramework() });
  const root = await application(t);
  const send = (...args: string[]): Promise<Outcome> =>
    runCli(home, ['send', ...args, '--dir', root]);
  const index = ['components/index.q', '--action'];

  const added = await send(...index, 'add', 'text=Milk = white', 'password=swordfish');
  assert.equal(added.code, 0, added.stderr);
  assert.match(added.stdout, /^POST \/ 302 [\d.]+ ms {2}action add\n/);
  assert.match(added.stdout, /\n {2}[\d.]+ ms .*INSERT INTO notes/);
  assert.match(added.stdout, /success: \[Milk = white\|/);
  assert.match(added.stdout, /\nGET \S+ 200 /);

  const refused = await send(...index, 'add', 'text=M', 'password=x');
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /^text: Must be at least 2 characters$/m);

  const letter = path.join(home, 'letter.txt');
  await writeFile(letter, 'Dear all');
  const uploaded = await send(...index, 'send', `letter=@${letter}`, 'note=@@home');
  assert.match(uploaded.stdout, /success: Sent with @home/);

  const staff = await send('components/admin.q', '--user', 'Ann', '--role', 'admin', '--json');
  const { steps, html } = JSON.parse(staff.stdout) as TryOutAnswer;
  assert.equal(steps[0]?.status, 200);
  assert.match(html, /Staff/);

  const failing = await send('components/broken.q', '--action', 'fail');
  assert.equal(failing.code, 1);
  assert.match(failing.stdout, /components\/broken\.q:3(:\d+)?: /);

  await writeFile(
    path.join(root, 'components/sums.q'),
    '<q:component name="Sums"><q:function name="half"><q:param name="n" type="number" max="9"/><q:return value="{n / 2}"/></q:function></q:component>',
  );
  const half = ['components/sums.q', '--function', 'half'];
  assert.match((await send(...half, 'n=3')).stdout, /\nhalf [\d.]+ ms {2}number\n1\.5\n/);
  const tooMuch = await send(...half, 'n=10');
  assert.equal(tooMuch.code, 1);
  assert.match(tooMuch.stdout, /\n {2}components\/sums\.q:1: .*at most 9/);
  assert.equal((await send(...half, '--action', 'half')).code, 2);

  const order = 'components/orders/[id].q';
  const which = await send(order);
  assert.equal(which.code, 2);
  assert.match(which.stderr, /\/orders\/\[id\]: which one\? --address PATH/);
  assert.equal((await send(order, '--address', '/orders/7')).code, 0);
  assert.equal((await send('components/index.q', 'text=Milk')).code, 2);
  assert.match((await send('components/index.q', '--running')).stderr, /does not run/);
});
