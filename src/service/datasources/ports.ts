import { createServer } from 'node:net';

const candidates = 64;
const highest = 65_535;

/** Whether this machine lets someone listen there. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** Free ports from `first` upwards that nobody in `taken` has. */
export async function freePorts(first: number, taken: ReadonlySet<number>): Promise<number[]> {
  const found: number[] = [];
  for (let port = first; port <= highest && found.length < candidates; port += 1) {
    if (!taken.has(port) && (await isFree(port))) found.push(port);
  }
  return found;
}
