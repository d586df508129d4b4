import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type Theme = 'light' | 'dark' | 'hc';

/** Names of VS Code's own themes; the high-contrast one is dark. */
const themes: Record<Theme, string> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  hc: 'Default High Contrast',
};

/** User settings of an editor that says nothing unasked: only the product may be seen or heard. */
export function quietSettings(theme: Theme): Record<string, unknown> {
  return {
    'workbench.colorTheme': themes[theme],
    'window.autoDetectColorScheme': false,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
    'workbench.welcomePage.walkthroughs.openOnInstall': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.enableExperiments': false,
    'workbench.settings.enableNaturalLanguageSearch': false,
    'workbench.reduceMotion': 'on',
    'window.restoreWindows': 'none',
    'window.commandCenter': false,
    'telemetry.telemetryLevel': 'off',
    'update.mode': 'none',
    'update.showReleaseNotes': false,
    'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false,
    'extensions.ignoreRecommendations': true,
    'git.openRepositoryInParentFolders': 'never',
    'git.autofetch': false,
    'chat.disableAIFeatures': true,
    'chat.commandCenter.enabled': false,
    'remote.autoForwardPorts': false,
    'terminal.integrated.initialHint': false,
    'editor.accessibilitySupport': 'off',
    'files.simpleDialog.enable': true,
  };
}

/**
 * Writes settings for a person and for the machine: code-server's windows are remote ones, in which what
 * concerns the machine (paths of programs) is taken from the machine's settings only.
 */
export async function writeSettings(
  userData: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const scope of ['User', 'Machine']) {
    await mkdir(path.join(userData, scope), { recursive: true });
    await writeFile(path.join(userData, scope, 'settings.json'), JSON.stringify(settings, null, 2));
  }
}
