import { spawn } from 'node:child_process';

/** Whether windows can be shown here. */
export function hasDesktop(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/** Opens an address in the person's browser; where that does not work they have the address. */
export function openInBrowser(address: string): void {
  const [command, ...args] = {
    win32: ['cmd', '/c', 'start', '', address],
    darwin: ['open', address],
  }[process.platform as string] ?? ['xdg-open', address];
  spawn(command ?? 'xdg-open', args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
