import { randomBytes, scrypt } from 'node:crypto';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AppError } from '../problem.js';
import { Fernet, generateFernetKey, isFernetKey } from './fernet.js';

/** What keeps the data key: stored beside it, so that the same is asked for at the next start. */
export type KeyKeeper = 'key-file' | 'environment' | 'passphrase';

/** Where the keys that wrap the data key come from. */
export interface KeySources {
  /** `HOME/encryption.key`. */
  readonly keyFile: string;
  /** `QUANTUM_ENCRYPTION_KEY`: a Fernet key. */
  readonly environmentKey?: string | undefined;
  /** `QUANTUM_ENCRYPTION_PASSPHRASE`. */
  readonly passphrase?: string | undefined;
}

/** Scrypt at OWASP's first choice: about a third of a second and 128 MiB, once in a service's life. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

/** Who is to keep a data key that is made now. */
export function keeperOf(sources: KeySources): KeyKeeper {
  if (sources.environmentKey) return 'environment';
  return sources.passphrase ? 'passphrase' : 'key-file';
}

/** A new salt for a passphrase; other keepers have none. */
export const saltFor = (keeper: KeyKeeper): string | null =>
  keeper === 'passphrase' ? randomBytes(16).toString('base64') : null;

/**
 * The Fernet that wraps the data key. `create` may make the key file; nothing else is ever written.
 * @throws AppError secrets-locked saying what is missing.
 */
export async function wrapperOf(
  keeper: KeyKeeper,
  salt: string | null,
  sources: KeySources,
  create: boolean,
): Promise<Fernet> {
  switch (keeper) {
    case 'environment':
      return fromEnvironment(sources.environmentKey);
    case 'passphrase':
      return fromPassphrase(sources.passphrase, salt ?? '');
    case 'key-file':
      return fromFile(sources.keyFile, create);
  }
}

function fromEnvironment(key: string | undefined): Fernet {
  if (!key) {
    throw locked(
      'The passwords of this store were encrypted with QUANTUM_ENCRYPTION_KEY, which is not set.',
      'Set QUANTUM_ENCRYPTION_KEY to the same key and start the service again.',
    );
  }
  if (isFernetKey(key)) return new Fernet(key);
  throw locked(
    'QUANTUM_ENCRYPTION_KEY is not a Fernet key (32 bytes in base64url, 44 characters).',
    'Set it to the key that was used before; for a new store make one with cryptography’s Fernet.generate_key().',
  );
}

async function fromPassphrase(passphrase: string | undefined, salt: string): Promise<Fernet> {
  if (!passphrase) {
    throw locked(
      'The passwords of this store are protected by a passphrase, which was not given.',
      'Set QUANTUM_ENCRYPTION_PASSPHRASE and start the service again.',
    );
  }
  const bytes = await derive(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, cost);
  return new Fernet(bytes.toString('base64url') + '=');
}

async function fromFile(file: string, create: boolean): Promise<Fernet> {
  const found = await readFile(file, 'utf8').catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw locked(`${file} cannot be read: ${message}`, 'Make the file readable for yourself.');
  });
  if (found === null) return createFile(file, create);
  if (!isFernetKey(found.trim())) {
    throw locked(`${file} holds no key.`, 'Put the file back as it was, from a backup.');
  }
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw locked(
      `${file} can be read by other users of this machine.`,
      `Run chmod 600 on it; change the passwords it protects if anyone else may have read it.`,
    );
  }
  return new Fernet(found.trim());
}

async function createFile(file: string, create: boolean): Promise<Fernet> {
  if (!create) {
    throw locked(
      `The key file ${file} is missing, so the passwords of this store cannot be read.`,
      'Put the file back from a backup. Without it, change each password and enter it anew.',
    );
  }
  const key = generateFernetKey();
  // Whole or not at all: half a key would lock the store for good.
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${key}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
  return new Fernet(key);
}

/** The error of everything that keeps the data key out of reach. */
export function locked(detail: string, repair: string): AppError {
  return new AppError('secrets-locked', detail, repair);
}
