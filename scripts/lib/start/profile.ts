import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../cache.js';
import { writeSettings } from '../editorSettings.js';

/** Folders of the VS Code that `npm start` opens: apart from a person's own, and kept between starts. */
export interface StartProfile {
  readonly userData: string;
  readonly extensions: string;
  /** The product's state: what is tried here is not mixed with what is used. */
  readonly home: string;
}

/** Makes the folders and sees to it that the settings name the interpreter; what a person changed stays. */
export async function startProfile(python: string): Promise<StartProfile> {
  const base = path.join(cacheFolder(), 'start');
  const profile = {
    userData: path.join(base, 'user'),
    extensions: path.join(base, 'extensions'),
    home: path.join(base, 'home'),
  };
  for (const folder of Object.values(profile)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  }
  const file = path.join(profile.userData, 'User', 'settings.json');
  const before = await readFile(file, 'utf8').catch(() => '{}');
  await writeSettings(profile.userData, { ...parsed(before), ...settingsFor(python) });
  return profile;
}

/** What the sample needs to be shown at once: its interpreter, and a start without other pages. */
export function settingsFor(python: string): Record<string, unknown> {
  return {
    'quantum.python.interpreter': python,
    'security.workspace.trust.enabled': false,
    'workbench.startupEditor': 'none',
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    // With comments in it: this profile is only for trying, so it starts anew.
    return {};
  }
}
