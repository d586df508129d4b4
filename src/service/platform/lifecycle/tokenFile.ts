import { randomBytes } from 'node:crypto';
import { open, readFile, rename, stat } from 'node:fs/promises';

/** 256 bits, hex. */
const pattern = /^[0-9a-f]{64}$/;

/**
 * The bearer token of this home, made at the first call and then kept: written aside, made durable and
 * renamed, so that nobody ever reads half of one. A file others can read, or that holds no token, is
 * replaced. For the owner of the home only: nothing else guards against two at once.
 */
export async function ensureToken(file: string): Promise<string> {
  const found = await readToken(file);
  if (found !== null) return found;
  const token = randomBytes(32).toString('hex');
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${token}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
  return token;
}

/** Null when there is no usable token. */
async function readToken(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (!pattern.test(text.trim())) return null;
  const { mode } = await stat(file);
  const readByOthers = process.platform !== 'win32' && (mode & 0o077) !== 0;
  return readByOthers ? null : text.trim();
}
