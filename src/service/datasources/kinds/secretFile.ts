/** Where a container finds its password; whoever inspects the container reads this path. */
export const secretFile = '/etc/quantum-admin/secret';

/**
 * A program in a container, entered by the password that lies there: no argument and no variable outside of it
 * has that. `read` is a shell's command that says the password.
 */
export const withSecret = (
  variable: string,
  program: readonly string[],
  read = `cat ${secretFile}`,
): string[] => ['sh', '-c', `${variable}="$(${read})" exec "$@"`, 'sh', ...program];
