import { createServer } from 'node:net';
import type { Engine } from '../platform/docker/engine.js';
import { AppError } from '../platform/problem.js';

const candidates = 64;
const highest = 65_535;

/** Whether this machine lets someone listen there. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** Free ports from `first` upwards that nobody in `taken` has. */
async function freePorts(first: number, taken: ReadonlySet<number>): Promise<number[]> {
  const found: number[] = [];
  for (let port = first; port <= highest && found.length < candidates; port += 1) {
    if (!taken.has(port) && (await isFree(port))) found.push(port);
  }
  return found;
}

/**
 * Ports to choose from: the one that was asked for, or free ones from `usual` upwards that no container and
 * nobody in `reserved` has. @throws port-taken
 */
export async function portsToChooseFrom(
  engine: Engine,
  asked: number | undefined,
  usual: number,
  reserved: ReadonlySet<number>,
): Promise<number[]> {
  const published = (await engine.containers(null, true)).flatMap(({ ports }) =>
    ports.flatMap(({ host }) => (host === null ? [] : [host])),
  );
  if (asked === undefined) return freePorts(usual, new Set([...published, ...reserved]));
  if (!published.includes(asked) && (await isFree(asked))) return [asked];
  throw portTaken(asked);
}

export const portTaken = (port: number): AppError =>
  new AppError(
    'port-taken',
    `Port ${port} is taken by another program or datasource.`,
    'Choose another port, or leave it out: the next free one is taken.',
  );
