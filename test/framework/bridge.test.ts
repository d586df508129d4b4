import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startBridge, type Bridge } from '../../src/framework/bridge.js';
import { BridgeError } from '../../src/framework/bridgeError.js';
import type { ParseResult } from '../../src/framework/bridgeMessages.js';
import { bridgeScript } from '../bridge/rawBridge.js';
import { quantumPython } from '../support/pythonEnvironment.js';

let folder: string;
let interpreter: string;
const open: Bridge[] = [];

/** A bridge that does what its method says: answers, sleeps, dies, floods, lies. */
const actor = `
import json, os, sys, time
for line in sys.stdin:
    request = json.loads(line)
    method = request['method']
    if method == 'sleep':
        time.sleep(600)
    if method == 'die':
        print('last words of the process', file=sys.stderr, flush=True)
        os._exit(3)
    if method == 'flood':
        sys.stderr.write('x' * 50_000_000 + '\\nend of the flood\\n'); sys.stderr.flush()
    if method == 'lie':
        print('{"id": 999, "result": 1}', flush=True); continue
    if method == 'huge':
        print('"' + 'x' * 70_000_000, flush=True); continue
    print(json.dumps({'id': request['id'], 'result': os.getpid()}), flush=True)
`;

function bridge(script: string, python = interpreter): Bridge {
  const started = startBridge({ interpreter: python, script, cwd: folder, log: () => undefined });
  open.push(started);
  return started;
}

const failure = (code: string) => (error: unknown) =>
  error instanceof BridgeError && error.code === code;

before(async () => {
  interpreter = await quantumPython();
  folder = await mkdtemp(path.join(tmpdir(), 'quantum-framework-'));
  await writeFile(path.join(folder, 'actor.py'), actor);
});
after(async () => {
  for (const started of open) started.dispose();
  await rm(folder, { recursive: true, force: true });
});

describe('a bridge', () => {
  it('answers eight callers at once, each with its own answer', async () => {
    const real = bridge(bridgeScript);
    const names = Array.from({ length: 8 }, (_, index) => `page${index}`);
    const results = await Promise.all(
      names.map((name) =>
        real.call<ParseResult>('parse', {
          text: `<q:component name="${name}"><p>é</p></q:component>`,
        }),
      ),
    );
    assert.deepEqual(
      results.map((result) => result.ok && result.root?.name),
      names,
    );
  });

  it('starts another process after the first was killed in the middle of a call', async () => {
    const acting = bridge(path.join(folder, 'actor.py'));
    const pid = await acting.call<number>('pid', {});
    const exits: string[] = [];
    acting.onDidExit((why) => exits.push(why));
    // One that cannot be answered before the signal arrives, and one that waits behind it.
    const running = acting.call('sleep', {});
    const queued = acting.call<number>('pid', {});
    process.kill(pid, 'SIGKILL');
    await assert.rejects(running, failure('ended'));
    assert.notEqual(await queued, pid);
    assert.deepEqual(exits, ['was ended by SIGKILL']);
  });

  it('kills a call at its limit, names it, and serves the ones behind it', async () => {
    const acting = bridge(path.join(folder, 'actor.py'));
    const first = await acting.call<number>('pid', {});
    const slow = acting.call('sleep', {}, { timeoutMs: 150 });
    const behind = acting.call<number>('pid', {});
    await assert.rejects(slow, (error) => {
      assert.ok(failure('time-limit')(error));
      assert.match((error as Error).message, /sleep took longer than 150 ms/);
      return true;
    });
    assert.notEqual(await behind, first);
  });

  it('rejects with the last words of a process that died', async () => {
    const acting = bridge(path.join(folder, 'actor.py'));
    await assert.rejects(acting.call('die', {}), (error) => {
      assert.ok(failure('ended')(error));
      assert.match((error as BridgeError).message, /exit code 3 \(last words of the process\)/);
      assert.deepEqual((error as BridgeError).stderr, ['last words of the process']);
      return true;
    });
  });

  it('rejects all that wait when a process never answers, and keeps trying with pauses', async () => {
    const broken = bridge(path.join(folder, 'missing.py'));
    const calls = await Promise.allSettled([broken.call('a', {}), broken.call('b', {})]);
    for (const call of calls)
      assert.ok(call.status === 'rejected' && failure('ended')(call.reason));
    const begin = performance.now();
    await assert.rejects(broken.call('c', {}), failure('ended'));
    const first = performance.now() - begin;
    await assert.rejects(broken.call('d', {}), failure('ended'));
    const second = performance.now() - begin - first;
    assert.ok(first > 100 && second > 300, `pauses of ${first} and ${second} ms`);
  });

  it('says when the interpreter cannot be started', async () => {
    const none = bridge(bridgeScript, path.join(folder, 'no-python'));
    await assert.rejects(none.call('hello', {}), failure('cannot-start'));
  });

  it('gives up a call by its signal and keeps the process', async () => {
    const acting = bridge(path.join(folder, 'actor.py'));
    const pid = await acting.call<number>('pid', {});
    const abort = new AbortController();
    const running = acting.call('pid', {}, { signal: abort.signal });
    const queued = acting.call('pid', {}, { signal: abort.signal });
    abort.abort();
    await assert.rejects(running, { name: 'AbortError' });
    await assert.rejects(queued, { name: 'AbortError' });
    assert.equal(await acting.call('pid', {}), pid);
  });

  it('bounds what a process may say on either pipe', async () => {
    const acting = bridge(path.join(folder, 'actor.py'));
    assert.equal(typeof (await acting.call('flood', {})), 'number');
    await assert.rejects(acting.call('huge', {}), /beyond the limit/);
    await assert.rejects(acting.call('lie', {}), failure('ended'));
    assert.equal(typeof (await acting.call('pid', {})), 'number');
  });

  it('refuses a text the bridge would not read', async () => {
    const text = 'x'.repeat(6 * 1024 * 1024);
    await assert.rejects(bridge(bridgeScript).call('parse', { text }), failure('too-long'));
  });

  it('rejects what waits when it is disposed, and everything after', async () => {
    const acting = bridge(path.join(folder, 'actor.py'));
    const pid = await acting.call<number>('pid', {});
    const running = acting.call('sleep', {});
    acting.dispose();
    await assert.rejects(running, failure('disposed'));
    await assert.rejects(acting.call('pid', {}), failure('disposed'));
    const deadline = Date.now() + 3000;
    const gone = () => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    };
    while (!gone() && Date.now() < deadline) await new Promise((go) => setTimeout(go, 10));
    assert.ok(gone());
  });
});
