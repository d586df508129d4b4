import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** When (ms since 1970) the engine says that it happened to a container while `act` is done. */
export async function engineEvent(
  container: string,
  action: string,
  act: () => Promise<unknown>,
): Promise<number> {
  const filters = ['--filter', `container=${container}`, '--filter', `event=${action}`];
  const since = ['--since', (Date.now() / 1_000).toFixed(3)];
  const tail = spawn('docker', ['events', ...since, ...filters, '--format', '{{.TimeNano}}'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(tail, 'close');
  const lines = createInterface({ input: tail.stdout });
  try {
    const line = once(lines, 'line') as Promise<[string]>;
    await act();
    const [nanoseconds] = await line;
    return Number(BigInt(nanoseconds) / 1_000n) / 1_000;
  } finally {
    tail.kill();
    await closed;
  }
}
