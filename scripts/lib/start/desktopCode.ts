import { spawn } from 'node:child_process';
import path from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import semver from 'semver';
import { cacheFolder } from '../cache.js';
import { within } from '../deadline.js';
import { root } from '../paths.js';
import { run } from '../run.js';
import { hasDesktop } from './desktop.js';
import type { StartProfile } from './profile.js';

const oldest = '1.105.0';
/** A download that stands still this long is given up. */
const idleLimitMs = 15_000;
const downloadLimitMs = 300_000;

/** How to start a desktop VS Code. */
export interface DesktopCode {
  readonly command: string;
  readonly version: string;
}

/** The person's own `code`, if it runs, is new enough and can show a window here. */
export async function installedCode(): Promise<DesktopCode | null> {
  // In a remote terminal `code` talks to a window on another machine, which cannot load this extension.
  if (!hasDesktop() || process.env['VSCODE_IPC_HOOK_CLI']) return null;
  const windows = process.platform === 'win32';
  const command = windows ? 'code.cmd' : 'code';
  const { code, output } = await run(command, ['--version'], { timeoutMs: 15_000, shell: windows });
  const version = semver.valid(output.split('\n')[0]?.trim() ?? '');
  if (code !== 0 || version === null || semver.lt(version, oldest)) return null;
  return { command, version };
}

/** VS Code's own download. @throws Error where it cannot be had. */
export async function downloadedCode(): Promise<DesktopCode> {
  const download = downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: path.join(cacheFolder(), 'vscode-desktop'),
    timeout: idleLimitMs,
    reporter: new SilentReporter(),
  });
  return {
    command: await within('the download of VS Code', download, downloadLimitMs),
    version: '',
  };
}

/** Opens the sample in a window of its own that outlives this command. */
export function openDesktop(code: DesktopCode, profile: StartProfile, folder: string): void {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [
    ...asRoot,
    '--new-window',
    '--disable-workspace-trust',
    '--skip-welcome',
    `--user-data-dir=${profile.userData}`,
    `--extensions-dir=${profile.extensions}`,
    `--extensionDevelopmentPath=${root}`,
    folder,
  ];
  const windows = process.platform === 'win32';
  spawn(code.command, windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'ignore',
    detached: true,
    shell: windows && code.command.endsWith('.cmd'),
    env: { ...process.env, QUANTUM_ADMIN_HOME: profile.home },
  }).unref();
}
