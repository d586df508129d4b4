import { openInBrowserCode, type BrowserCode } from './browserCode.js';
import { downloadedCode, installedCode, openDesktop } from './desktopCode.js';
import { hasDesktop } from './desktop.js';
import type { StartProfile } from './profile.js';
import { note, step } from './steps.js';

/** Shows the folder in a desktop VS Code: an installed one first, else the download. False: there is none. */
export async function showInDesktop(
  profile: StartProfile,
  folder: string,
  look: string,
): Promise<boolean> {
  const installed = await installedCode();
  if (installed !== null) {
    openDesktop(installed, profile, folder);
    note(`VS Code ${installed.version} (your own \`code\`) opens: ${look}`);
    return true;
  }
  if (!hasDesktop()) {
    note('no desktop here: VS Code opens in the browser');
    return false;
  }
  note('no `code` on PATH that is 1.105 or newer: downloading VS Code …');
  try {
    const downloaded = await step(downloadedCode, () => 'VS Code downloaded');
    openDesktop(downloaded, profile, folder);
    note(`VS Code opens: ${look}`);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    note(`VS Code could not be downloaded (${why}): it opens in the browser instead`);
    return false;
  }
}

export function browserCodeFor(profile: StartProfile, folder: string): Promise<BrowserCode> {
  return step(
    () => openInBrowserCode(profile, folder, note),
    () => 'VS Code in the browser (code-server) runs',
  );
}
