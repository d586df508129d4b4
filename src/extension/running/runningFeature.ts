import * as vscode from 'vscode';
import type { ServiceEvent } from '../../protocol/events.js';
import type { Project } from '../../protocol/projects.js';
import { Disposables } from '../platform/disposables.js';
import type { Log } from '../platform/log.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Disposable } from '../platform/signal.js';
import { projectAtHand } from '../projects/projectAtHand.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { openPlace } from './openRun.js';
import { registerRunCommands, tellFailure, type RunCommandDeps } from './runCommands.js';
import { registerRunDebug } from './runDebug.js';
import { RunLogChannels } from './runLogChannels.js';
import type { RunningApi } from './runningApi.js';
import type { RunsModel } from './runsModel.js';
import { createRunStatusBar } from './runStatusBar.js';
import { registerRunTasks } from './runTasks.js';

export interface RunningFeatureDeps {
  readonly api: RunningApi;
  readonly model: RunsModel;
  readonly projects: ProjectsFeature;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  readonly log: Log;
}

/** The servers of this window's projects: commands, status bar, logs, tasks and launches. */
export function registerRunning(deps: RunningFeatureDeps): Disposable {
  const { api, model, projects, service, reporter } = deps;
  const log = deps.log.for('running');
  const owned = new Disposables();
  const warn = (error: unknown): void => log.warn(`A log cannot be followed: ${String(error)}`);
  const logs = owned.add(new RunLogChannels(api, warn));
  const commands: RunCommandDeps = { api, model, logs, projects, reporter };
  const statusBar = owned.add(createRunStatusBar());
  const here = (id: number): Project | undefined => projects.here.find((one) => one.id === id);

  const update = (): void => {
    const project = projectAtHand(projects.here);
    statusBar.show(project, project && model.of(project.id));
  };
  const changed = (id: number): void => {
    update();
    const project = here(id);
    const run = model.of(id);
    if (project !== undefined && run !== undefined && run.status !== 'stopped')
      logs.follow(project);
  };
  const wasUp = new Set<number>();
  owned.add(
    model.onDidChange((id) => {
      changed(id);
      const run = model.of(id);
      const project = here(id);
      // Who starts it is told by the command; what fell down later is told here.
      if (run?.status === 'failed' && wasUp.delete(id) && project !== undefined)
        void tellFailure(project, run, commands);
      if (run?.status === 'running') wasUp.add(id);
      if (run?.status === 'stopped') wasUp.delete(id);
    }),
  );
  const handle = (event: ServiceEvent): void => {
    model.handle(event);
    const project = event.type === 'source_requested' ? here(event.id) : undefined;
    if (event.type !== 'source_requested' || project === undefined) return;
    const { place } = event;
    void reporter.guard(place.file, () => openPlace(project, place));
  };
  registerRunCommands(commands, owned);
  owned.add(registerRunTasks(commands));
  owned.add(registerRunDebug(commands));
  owned.add(service.onEvent(handle));
  owned.add(
    service.onDidChangeState(({ kind }) => {
      if (kind !== 'connected') return;
      logs.reconnected(projects.here);
      void model.refresh();
    }),
  );
  owned.add(projects.onDidChange(update));
  owned.add(vscode.window.onDidChangeActiveTextEditor(update));
  update();
  return owned;
}
