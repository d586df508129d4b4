import { open } from 'node:fs/promises';

/**
 * The least that a durable write costs: `writes` times append `bytes` and fdatasync, one at a time,
 * in the file `path`. Answers the time of each in ms.
 */
export async function appendAndSync(
  path: string,
  bytes: number,
  writes: number,
): Promise<number[]> {
  const file = await open(path, 'w');
  const data = Buffer.alloc(bytes, 0x61);
  const times: number[] = [];
  try {
    for (let index = 0; index < writes; index++) {
      const begin = performance.now();
      await file.write(data);
      await file.datasync();
      times.push(performance.now() - begin);
    }
  } finally {
    await file.close();
  }
  return times;
}
