import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { quantumPython } from '../support/pythonEnvironment.js';
import { count, seed } from '../support/slice.js';
import { RawBridge, bridgeScript } from './rawBridge.js';

const open: RawBridge[] = [];
const folders: string[] = [];

async function bridge(script?: string): Promise<RawBridge> {
  const raw = new RawBridge(await quantumPython(), script);
  open.push(raw);
  return raw;
}

async function temporary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quantum-bridge-'));
  folders.push(folder);
  return folder;
}

after(async () => {
  for (const raw of open) raw.child.kill('SIGKILL');
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Lines a confused or hostile client may send; none is a valid request. */
const rubbish = fc.oneof(
  fc
    .uint8Array({ minLength: 1, maxLength: 300 })
    .map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 10))),
  fc.json().map((text) => Buffer.from(text)),
  fc.nat({ max: 60_000 }).map((depth) => Buffer.from('['.repeat(depth + 1))),
  fc
    .nat({ max: 60_000 })
    .map((depth) => Buffer.from('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))),
  fc
    .record({
      id: fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.double()),
      method: fc.oneof(fc.constantFrom('helo', 'parse', 'check', '__class__'), fc.anything()),
      params: fc.oneof(
        fc.anything(),
        fc.record({ path: fc.anything(), text: fc.anything(), root: fc.anything() }),
        fc.constant({ path: '/a\0b.q' }),
        fc.constant({ path: 'relative.q', text: '' }),
        fc.constant({ path: '/nowhere/\ud800.q' }),
        fc.constant({ root: '/nowhere' }),
      ),
    })
    .map((request) => {
      try {
        return Buffer.from(JSON.stringify(request));
      } catch {
        return Buffer.from('{"id":1');
      }
    }),
  fc.constant(Buffer.from(`{"id":${'9'.repeat(100_000)},"method":"hello"}`)),
  fc.constant(Buffer.from('{"id":NaN,"method":"hello"}')),
  fc.constant(Buffer.from('{"id":"\\ud800","method":"parse","params":{}}')),
  fc.constant(Buffer.from('\0\0\0')),
);

describe('the bridge answers rubbish and stays', () => {
  it('gives one answer to every line, and then still says hello', async () => {
    const raw = await bridge();
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(rubbish, { minLength: 1, maxLength: 8 }), async (lines) => {
        for (const line of lines) raw.send(line);
        const probe = `probe ${++sent}`;
        raw.send(JSON.stringify({ id: probe, method: 'hello' }));
        const answers = lines.filter((line) => !isBlank(line)).length;
        for (let got = 0; got < answers; got += 1) {
          const answer = await raw.next();
          if (answer.result === undefined) assert.equal(typeof answer.error?.code, 'string');
        }
        const hello = await raw.next();
        assert.equal(hello.id, probe);
        assert.equal((hello.result as { bridge: number }).bridge, 1);
      }),
      { numRuns: count(60, 5000), seed },
    );
    assert.doesNotMatch(raw.stderr, /loop\.py.*(?:RecursionError|MemoryError)/s);
    assert.equal(await raw.close(), 0);
  });

  it('refuses a line beyond 16 MB without keeping it, and reads the next', async () => {
    const raw = await bridge();
    raw.send(Buffer.alloc(17 * 1024 * 1024, 'a'));
    assert.equal((await raw.next()).error?.code, 'too-long');
    assert.ok((await raw.ask('hello')).result);
  });

  it('names what is wrong with a request', async () => {
    const raw = await bridge();
    const code = async (line: string) => {
      raw.send(line);
      const { id, error } = await raw.next();
      return [id, error?.code];
    };
    assert.deepEqual(await code('{'), [null, 'invalid-json']);
    assert.deepEqual(await code('[]'), [null, 'invalid-request']);
    assert.deepEqual(await code('{"method":"hello"}'), [null, 'invalid-request']);
    assert.deepEqual(await code('{"id":true,"method":"hello"}'), [null, 'invalid-request']);
    assert.deepEqual(await code('{"id":3,"method":"rm"}'), [3, 'unknown-method']);
    assert.deepEqual(await code('{"id":4,"method":"hello","params":[]}'), [4, 'invalid-params']);
    assert.deepEqual(await code('{"id":5,"method":"parse"}'), [5, 'invalid-params']);
    assert.deepEqual(await code('{"id":6,"method":"check","params":{"root":"x"}}'), [
      6,
      'invalid-params',
    ]);
    assert.deepEqual(await code('{"id":7,"method":"parse","params":{"path":"/nowhere/a.q"}}'), [
      7,
      'unreadable',
    ]);
    assert.deepEqual(await code('['.repeat(200_000)), [null, 'too-deep']);
  });

  it('survives a document nested far too deeply', async () => {
    const raw = await bridge();
    const text = `<q:component name="a">${'<div>'.repeat(20_000)}${'</div>'.repeat(20_000)}</q:component>`;
    const answer = await raw.ask('parse', { text });
    assert.match(JSON.stringify(answer), /recursion|too-deep/);
    assert.ok((await raw.ask('hello')).result);
  });

  it('keeps prints and reads of services away from the protocol', async () => {
    const folder = path.join(await temporary(), 'quantum_bridge');
    await cp(path.dirname(bridgeScript), folder, { recursive: true });
    const noisy = path.join(folder, 'hello.py');
    const noise = [
      'import os, sys, subprocess',
      'print("a service prints")',
      'os.write(1, b"straight to the descriptor\\n")',
      'subprocess.run([sys.executable, "-c", "print(1)"])',
      'assert sys.stdin.read() == ""',
    ].join('\n');
    await writeFile(noisy, `${noise}\n${await readFile(noisy, 'utf8')}`);
    const raw = await bridge(path.join(folder, '__main__.py'));
    assert.ok((await raw.ask('hello')).result, raw.stderr);
    assert.match(raw.stderr, /a service prints[\s\S]*straight to the descriptor/);
    await raw.close();
  });

  it('leaves nothing behind in its own folder', async () => {
    const raw = await bridge();
    await raw.ask('hello');
    assert.deepEqual(
      (await readdir(path.dirname(bridgeScript))).filter((name) => name === '__pycache__'),
      [],
    );
  });

  it('ends with a call that takes too long, and says where it hung, whatever holds the interpreter', async () => {
    const folder = path.join(await temporary(), 'quantum_bridge');
    await cp(path.dirname(bridgeScript), folder, { recursive: true });
    const change = async (name: string, to: (text: string) => string): Promise<void> => {
      const file = path.join(folder, name);
      await writeFile(file, to(await readFile(file, 'utf8')));
    };
    const hangs = `\nimport re\nMETHODS['hang'] = lambda p: re.match('(a+)+$', 'a' * 64 + 'b')\n`;
    await change('methods.py', (text) => text + hangs);
    await change('call_limit.py', (text) => text.replace('_SECONDS = 300', '_SECONDS = 0.3'));
    const raw = await bridge(path.join(folder, '__main__.py'));
    // What ended in time is nobody's concern any more.
    assert.ok((await raw.ask('hello')).result, raw.stderr);
    raw.send(JSON.stringify({ id: 2, method: 'hang' }));
    assert.notEqual(await raw.ended, 0);
    assert.match(raw.stderr, /methods\.py", line \d+ in <lambda>/);
  });

  it('ends when its parent is killed, also in the middle of a request', async () => {
    const folder = path.join(await temporary(), 'quantum_bridge');
    await cp(path.dirname(bridgeScript), folder, { recursive: true });
    const slow = path.join(folder, 'methods.py');
    await writeFile(
      slow,
      `${await readFile(slow, 'utf8')}\nimport time\nMETHODS['sleep'] = lambda p: time.sleep(600)\n`,
    );
    const channel = path.join(folder, 'channel.py');
    await writeFile(
      channel,
      (await readFile(channel, 'utf8')).replace('GRACE_SECONDS = 5', 'GRACE_SECONDS = 0.2'),
    );
    const parent = spawn(process.execPath, [
      '-e',
      `const c = require('node:child_process').spawn(process.argv[1], ['-I', process.argv[2]], {stdio: ['pipe', 'pipe', 'inherit']});
       c.stdin.write('{"id":1,"method":"hello"}\\n{"id":2,"method":"sleep"}\\n');
       c.stdout.once('data', () => console.log(c.pid));`,
      await quantumPython(),
      path.join(folder, '__main__.py'),
    ]);
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
    );
    parent.kill('SIGKILL');
    const deadline = Date.now() + 5000;
    while (isAlive(pid) && Date.now() < deadline) await new Promise((go) => setTimeout(go, 20));
    const left = isAlive(pid);
    if (left) process.kill(pid, 'SIGKILL');
    assert.equal(left, false);
  });
});

/** What the bridge passes over without an answer. */
function isBlank(line: Buffer): boolean {
  return /^[ \t\r\v\f]*$/.test(line.toString('latin1'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
