import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { parsePortFile, type PortFile } from '../../../protocol/portFile.js';

/** Written aside and renamed: a reader sees a whole file or none. */
export async function writePortFile(file: string, content: PortFile): Promise<void> {
  const aside = `${file}.${content.pid}`;
  await writeFile(aside, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  await rename(aside, file);
}

/** Removes the port file unless a successor has written its own. */
export async function removePortFile(file: string, ours: PortFile): Promise<void> {
  const found = parsePortFile(await readFile(file, 'utf8').catch(() => ''));
  if (found?.pid === ours.pid && found.epoch === ours.epoch) await rm(file, { force: true });
}
