import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);

/** What a load process is to do; requests go over keep-alive connections of plain `node:http`. */
export type Load =
  /** One request after the other, `n` of them. */
  | { readonly kind: 'closed'; readonly url: string; readonly token: string; readonly n: number }
  /** A fixed schedule: each latency counts from the time its request was due. */
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly token: string;
      readonly perSecond: number;
      readonly seconds: number;
    }
  /** So many callers, each changing one of `urls` after the other as fast as answers come, until told. */
  | {
      readonly kind: 'writers';
      readonly urls: readonly string[];
      readonly token: string;
      readonly callers: number;
    };

export interface LoadResult {
  /** ms, of the requests answered below 400. */
  readonly latencies: number[];
  readonly failures: number;
}

/** A process that makes load, so that the caller's own work does not disturb what it measures. */
export class LoadProcess {
  private readonly child: ChildProcess = fork(file, ['load'], { execArgv: ['--import', 'tsx'] });

  async run(load: Load): Promise<LoadResult> {
    this.start(load);
    return this.result();
  }

  start(load: Load): void {
    this.child.send(load);
  }

  /** Ends writers; resolves with what they did. */
  async end(): Promise<LoadResult> {
    this.child.send({ kind: 'end' });
    return this.result();
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill();
    await exited;
  }

  private async result(): Promise<LoadResult> {
    const [result] = (await once(this.child, 'message')) as [LoadResult];
    return result;
  }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

function send(method: string, url: string, token: string, body?: string): Promise<number> {
  return new Promise((resolve) => {
    const headers: http.OutgoingHttpHeaders = { authorization: `Bearer ${token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const request = http.request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', () => resolve(0));
    request.end(body);
  });
}

class Tally {
  readonly latencies: number[] = [];
  failures = 0;

  async time(begin: number, answer: Promise<number>): Promise<void> {
    const status = await answer;
    if (status >= 200 && status < 400) this.latencies.push(performance.now() - begin);
    else this.failures += 1;
  }
}

async function closed(load: Extract<Load, { kind: 'closed' }>): Promise<Tally> {
  const tally = new Tally();
  for (let i = 0; i < load.n; i += 1) {
    await tally.time(performance.now(), send('GET', load.url, load.token));
  }
  return tally;
}

async function open(load: Extract<Load, { kind: 'open' }>): Promise<Tally> {
  const tally = new Tally();
  const gap = 1_000 / load.perSecond;
  const start = performance.now() + gap;
  const pending: Promise<void>[] = [];
  for (let i = 0; i < load.perSecond * load.seconds; i += 1) {
    const due = start + i * gap;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(tally.time(due, send('GET', load.url, load.token)));
  }
  await Promise.all(pending);
  return tally;
}

let ended = false;

async function writers(load: Extract<Load, { kind: 'writers' }>): Promise<Tally> {
  const tally = new Tally();
  const caller = async (index: number): Promise<void> => {
    for (let turn = 0; !ended; turn += 1) {
      const url = load.urls[(index + turn * load.callers) % load.urls.length] ?? '';
      const body = JSON.stringify({ description: `turn ${turn} of caller ${index}` });
      await tally.time(performance.now(), send('PUT', url, load.token, body));
    }
  };
  await Promise.all(Array.from({ length: load.callers }, (_, index) => caller(index)));
  return tally;
}

const perform = (load: Load): Promise<Tally> => {
  if (load.kind === 'closed') return closed(load);
  return load.kind === 'open' ? open(load) : writers(load);
};

if (path.resolve(process.argv[1] ?? '') === file && process.argv[2] === 'load') {
  process.on('message', (message: Load | { kind: 'end' }) => {
    if (message.kind === 'end') ended = true;
    else
      void perform(message).then(({ latencies, failures }) =>
        process.send?.({ latencies, failures }),
      );
  });
  process.on('disconnect', () => process.exit());
}
