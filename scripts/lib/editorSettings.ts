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
