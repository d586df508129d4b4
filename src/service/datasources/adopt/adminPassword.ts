import { pbkdf2Sync } from 'node:crypto';
import { Fernet, InvalidTokenError, isFernetKey } from '../../platform/secrets/fernet.js';
import { Secret } from '../../platform/secrets/secret.js';

const shortestToken = 57;
/** Made once: that takes a tenth of a second. */
let published: string | undefined;

/** What the framework's admin encrypts with where nobody gave it a key: made of words of its source. */
function publishedKey(): string {
  const password = 'quantum-admin-default-key-change-me-in-production';
  published ??= pbkdf2Sync(password, 'quantum-salt', 100_000, 32, 'sha256').toString('base64');
  return published;
}

function isToken(stored: string): boolean {
  const bytes = Buffer.from(stored, 'base64url');
  return /^[\w-]+=*$/.test(stored) && bytes.length >= shortestToken && bytes[0] === 0x80;
}

/**
 * A password as an older Admin stored it: plain, as Quantum Admin 1.0 did, or encrypted with the key given to
 * the framework's admin or with its published one. `locked`: with a key that is none of these.
 */
export function adminPassword(
  stored: string | null,
  key: string | undefined,
): Secret | null | 'locked' {
  if (stored === null || stored === '') return null;
  if (!isToken(stored)) return new Secret(stored);
  for (const one of [...(key !== undefined && isFernetKey(key) ? [key] : []), publishedKey()]) {
    try {
      return new Secret(new Fernet(one).decrypt(stored));
    } catch (error) {
      if (!(error instanceof InvalidTokenError)) throw error;
    }
  }
  return 'locked';
}
