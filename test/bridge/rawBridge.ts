import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const bridgeScript = path.resolve('python/quantum_bridge/__main__.py');

export interface RawAnswer {
  readonly id: string | number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** The bridge's process, spoken to by bytes: what a client must not send can be sent here. */
export class RawBridge {
  private readonly answers: RawAnswer[] = [];
  private readonly waiting: ((answer: RawAnswer) => void)[] = [];
  private rest = '';
  readonly child;
  readonly ended: Promise<number | null>;
  stderr = '';

  constructor(python: string, script = bridgeScript, cwd = process.cwd()) {
    this.child = spawn(python, ['-I', '-X', 'utf8', '-B', script], { cwd });
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
    this.child.stdin.on('error', () => undefined);
    this.child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (this.rest + chunk).split('\n');
      this.rest = lines.pop() ?? '';
      for (const line of lines) this.deliver(JSON.parse(line) as RawAnswer);
    });
  }

  private deliver(answer: RawAnswer): void {
    const waiter = this.waiting.shift();
    if (waiter) waiter(answer);
    else this.answers.push(answer);
  }

  send(line: string | Buffer): void {
    this.child.stdin.write(line);
    this.child.stdin.write('\n');
  }

  /** The next answer. @throws Error when none comes within `limitMs`. */
  async next(limitMs = 15_000): Promise<RawAnswer> {
    const known = this.answers.shift();
    if (known) return known;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await Promise.race([
        new Promise<RawAnswer>((resolve) => this.waiting.push(resolve)),
        new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(new Error(`no answer; stderr: ${this.stderr}`)), limitMs);
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  async ask(method: string, params?: unknown, id: string | number = 1): Promise<RawAnswer> {
    this.send(JSON.stringify({ id, method, params }));
    return this.next();
  }

  async close(): Promise<number | null> {
    this.child.stdin.end();
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 8000);
    try {
      return await this.ended;
    } finally {
      clearTimeout(timer);
    }
  }
}
