import * as vscode from 'vscode';
import type { Disposable } from '../platform/signal.js';
import type { Health, HealthProblem } from './health.js';

export interface StatusBar extends Disposable {
  show(health: Health): void;
}

/** One item: the project's name with health at a glance; the tooltip says what is wrong and mends it. */
export function createStatusBar(): StatusBar {
  const item = vscode.window.createStatusBarItem('quantum.status', vscode.StatusBarAlignment.Left);
  item.name = vscode.l10n.t('Quantum Admin');
  item.command = 'quantum.doctor';
  return {
    show: (health) => {
      if (health.level === 'hidden') {
        item.hide();
        return;
      }
      const name = health.name ?? 'Quantum';
      item.text = `$(${icons[health.level]}) ${name}`;
      item.backgroundColor =
        health.level === 'warning' || health.level === 'error'
          ? new vscode.ThemeColor(`statusBarItem.${health.level}Background`)
          : undefined;
      item.tooltip = tooltip(health);
      item.accessibilityInformation = { label: spoken(name, health) };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}

const icons = { busy: 'sync~spin', ok: 'pass', warning: 'warning', error: 'error' } as const;

function spoken(name: string, health: Health): string {
  const sentences = health.problems.map((problem) => describe(problem).sentence);
  if (sentences.length > 0) return `${name}: ${sentences.join(' ')}`;
  return health.level === 'busy'
    ? vscode.l10n.t('{0}: connecting to the Quantum Admin service', name)
    : vscode.l10n.t('{0}: everything is fine', name);
}

interface Described {
  readonly sentence: string;
  readonly links: readonly (readonly [label: string, command: string, argument?: number])[];
}

/** The sentence goes in as text; only our own commands are links. */
function tooltip(health: Health): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  const links = new Set<string>(['quantum.doctor', 'quantum.showLog']);
  const link = ([label, command, argument]: Described['links'][number]): string => {
    links.add(command);
    const query =
      argument === undefined ? '' : `?${encodeURIComponent(JSON.stringify([argument]))}`;
    return `[${label}](command:${command}${query})`;
  };
  if (health.problems.length === 0)
    text.appendText(
      health.level === 'busy'
        ? vscode.l10n.t('Connecting to the Quantum Admin service…')
        : vscode.l10n.t('Everything is fine.'),
    );
  for (const problem of health.problems) {
    const { sentence, links: repairs } = describe(problem);
    text.appendText(sentence).appendMarkdown(`\n\n${repairs.map(link).join(' · ')}\n\n`);
  }
  const always: Described['links'] = [
    [vscode.l10n.t('Doctor'), 'quantum.doctor'],
    [vscode.l10n.t('Show Log'), 'quantum.showLog'],
  ];
  text.appendMarkdown(`\n\n---\n\n${always.map(link).join(' · ')}`);
  text.isTrusted = { enabledCommands: [...links] };
  return text;
}

function describe(problem: HealthProblem): Described {
  switch (problem.kind) {
    case 'service-failed':
      return {
        sentence: vscode.l10n.t('The Quantum Admin service did not start: {0}', problem.message),
        links: [[vscode.l10n.t('Start Again'), 'quantum.restartService']],
      };
    case 'reload-needed':
      return {
        sentence: vscode.l10n.t(
          'A newer Quantum Admin ({0}) runs the service. Reload this window to use it.',
          problem.serviceVersion,
        ),
        links: [[vscode.l10n.t('Reload Window'), 'workbench.action.reloadWindow']],
      };
    case 'untrusted':
      return {
        sentence: vscode.l10n.t(
          'This workspace is not trusted: the service and the interpreter stay off.',
        ),
        links: [[vscode.l10n.t('Manage Trust'), 'workbench.trust.manage']],
      };
    case 'folder-missing':
      return {
        sentence: vscode.l10n.t('The folder of "{0}" is missing.', problem.project.name),
        links: [relink(problem.project.id)],
      };
    case 'folder-moved':
      return {
        sentence: vscode.l10n.t('The folder of "{0}" was moved.', problem.project.name),
        links: [relink(problem.project.id)],
      };
    case 'framework-absent':
      return {
        sentence: vscode.l10n.t(
          'quantum-framework is not installed for "{0}".',
          problem.project.name,
        ),
        links: [
          [
            vscode.l10n.t('Install Framework'),
            'quantum.projects.installFramework',
            problem.project.id,
          ],
        ],
      };
  }
}

function relink(id: number): Described['links'][number] {
  return [vscode.l10n.t('Re-link Folder…'), 'quantum.projects.relinkFolder', id];
}
