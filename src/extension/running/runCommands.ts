import * as vscode from 'vscode';
import { ProblemError } from '../../client/problemError.js';
import type { Project } from '../../protocol/projects.js';
import type { ProjectRun } from '../../protocol/running.js';
import type { Disposables } from '../platform/disposables.js';
import { Cancelled, type CommandRegistry } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { openInBrowser, openInEditor, openPlace } from './openRun.js';
import type { RunLogChannels } from './runLogChannels.js';
import type { RunningApi } from './runningApi.js';
import type { RunsModel } from './runsModel.js';
import { runWords } from './runWords.js';

export interface RunCommandDeps {
  readonly api: RunningApi;
  readonly model: RunsModel;
  readonly logs: RunLogChannels;
  readonly projects: ProjectsFeature;
  readonly reporter: CommandRegistry;
}

/** Every `quantum.run.*` command. */
export function registerRunCommands(deps: RunCommandDeps, owned: Disposables): void {
  const { api, model, logs, projects, reporter } = deps;
  const onProject = (
    id: string,
    question: () => string,
    run: (project: Project) => unknown,
  ): void =>
    void owned.add(
      reporter.register(id, async (argument?: unknown) => {
        requireTrust();
        return run(await projects.target(argument, question()));
      }),
    );
  const running = async (project: Project): Promise<ProjectRun> => {
    const state = model.of(project.id) ?? (await api.get(project.id));
    return state.status === 'running' ? state : startRun(project, deps);
  };
  onProject(
    'quantum.run.start',
    () => vscode.l10n.t('Which application do you want to start?'),
    async (project) => {
      const run = await startRun(project, deps);
      void offerToOpen(project, run, deps);
    },
  );
  onProject(
    'quantum.run.stop',
    () => vscode.l10n.t('Which application do you want to stop?'),
    async (project) => model.take(await api.stop(project.id)),
  );
  onProject(
    'quantum.run.restart',
    () => vscode.l10n.t('Which application do you want to restart?'),
    (project) => startRun(project, deps, 'restart'),
  );
  onProject(
    'quantum.run.open',
    () => vscode.l10n.t('Which application do you want to open?'),
    async (project) => openInBrowser(await running(project), api),
  );
  onProject(
    'quantum.run.openInEditor',
    () => vscode.l10n.t('Which application do you want to open?'),
    async (project) => openInEditor(await running(project), api),
  );
  onProject(
    'quantum.run.showLog',
    () => vscode.l10n.t('Whose log do you want to see?'),
    (project) => logs.show(project),
  );
  onProject(
    'quantum.run.actions',
    () => vscode.l10n.t('Which application?'),
    (project) => chooseAction(project, model.of(project.id)),
  );
}

/** Starts and waits for the first page. What does not start is told with its place. */
export async function startRun(
  project: Project,
  deps: RunCommandDeps,
  how: 'start' | 'restart' = 'start',
): Promise<ProjectRun> {
  const { api, model, logs } = deps;
  const title =
    how === 'start'
      ? vscode.l10n.t('Starting {0}', project.name)
      : vscode.l10n.t('Restarting {0}', project.name);
  logs.follow(project);
  try {
    const run = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => api[how](project.id),
    );
    model.take(run);
    return run;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'framework-failed') throw error;
    void tellFailure(project, await api.get(project.id), deps);
    throw new Cancelled();
  }
}

/** A server that does not run, with the place it failed on and its log at hand. */
export async function tellFailure(
  project: Project,
  run: ProjectRun,
  { logs, reporter }: Pick<RunCommandDeps, 'logs' | 'reporter'>,
): Promise<void> {
  const { problem } = run;
  const goTo = vscode.l10n.t('Go to Line');
  const showLog = vscode.l10n.t('Show Log');
  const choices = problem?.place ? [goTo, showLog] : [showLog];
  const text = vscode.l10n.t('{0} does not run: {1}', project.name, problem?.message ?? '');
  const chosen = await vscode.window.showErrorMessage(text, ...choices);
  if (chosen === showLog) logs.show(project);
  const place = problem?.place;
  if (chosen === goTo && place) await reporter.guard(text, () => openPlace(project, place));
}

async function offerToOpen(project: Project, run: ProjectRun, deps: RunCommandDeps): Promise<void> {
  const browser = vscode.l10n.t('Open in Browser');
  const editor = vscode.l10n.t('Open in Editor');
  const text = vscode.l10n.t('{0} runs at {1}', project.name, run.url ?? '');
  const chosen = await vscode.window.showInformationMessage(text, browser, editor);
  if (chosen === undefined) return;
  const open = chosen === browser ? openInBrowser : openInEditor;
  await deps.reporter.guard(chosen, () => open(run, deps.api));
}

async function chooseAction(project: Project, run: ProjectRun | undefined): Promise<void> {
  const isUp = run !== undefined && run.status !== 'stopped' && run.status !== 'failed';
  const item = (icon: string, label: string, command: string) => ({
    label: `$(${icon}) ${label}`,
    command,
  });
  const items = isUp
    ? [
        item('link-external', vscode.l10n.t('Open in Browser'), 'quantum.run.open'),
        item('open-preview', vscode.l10n.t('Open in Editor'), 'quantum.run.openInEditor'),
        item('debug-restart', vscode.l10n.t('Restart'), 'quantum.run.restart'),
        item('debug-stop', vscode.l10n.t('Stop'), 'quantum.run.stop'),
      ]
    : [item('play', vscode.l10n.t('Start'), 'quantum.run.start')];
  items.push(item('output', vscode.l10n.t('Show Log'), 'quantum.run.showLog'));
  const placeHolder = [project.name, runWords(run)].filter((part) => part !== '').join(' · ');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  if (chosen === undefined) throw new Cancelled();
  await vscode.commands.executeCommand(chosen.command, project.id);
}
