import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { ensurePackages } from './debian.js';

/** Where a Chromium or Chrome may be, best first. */
function candidates(): string[] {
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) =>
        path.join(folder, name),
      ),
    );
  const known = {
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    win32: [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  } as Record<string, string[]>;
  return [
    process.env['QUANTUM_CHROMIUM'] ?? '',
    '/usr/bin/chromium',
    chromium.executablePath(),
    ...(known[process.platform] ?? []),
    ...(process.platform === 'win32' ? [] : onPath),
  ].filter((file) => file !== '');
}

/** Path of a browser that Playwright can drive. @throws Error naming the command that installs one. */
export async function ensureChromium(log: (line: string) => void): Promise<string> {
  const found = candidates().find((file) => existsSync(file));
  if (found !== undefined) return found;
  if (await ensurePackages(['chromium'], log)) return '/usr/bin/chromium';
  throw new Error('No Chromium or Chrome was found: run `npx playwright-core install chromium`');
}

/** A headless browser with a profile of its own, which goes with it. */
export async function launchChromium(log: (line: string) => void): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(log),
    // Whoever launches it ends it: Playwright's handlers would end this process before that.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Two windows of one editor are both at work: neither is put to sleep for being behind the other.
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  });
}
