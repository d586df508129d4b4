import { chmodSync, mkdirSync, statSync } from 'node:fs';

/**
 * Makes the folder of all state and closes it to everyone else.
 * @throws with the system's code when it cannot be made or belongs to someone else.
 */
export function prepareHome(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(home);
  const own = process.getuid?.();
  if (own === undefined) return;
  if (uid !== own) {
    throw Object.assign(new Error(`${home} belongs to another user.`), { code: 'EACCES' });
  }
  if ((mode & 0o077) !== 0) chmodSync(home, 0o700);
}
