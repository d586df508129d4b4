import path from 'node:path';
import type { StreamRegistry } from '../platform/events/streamRegistry.js';
import type { Feature, Platform } from '../platform/feature.js';
import type { ServiceControl } from '../platform/lifecycle/serviceControl.js';
import type { ProjectService } from '../projects/projectService.js';
import { registerRunRoutes } from './routes.js';
import { RunService } from './runService.js';
import { RunVariables } from './runVariables.js';

export interface RunningContext {
  readonly projects: ProjectService;
  readonly control: Pick<ServiceControl, 'hold'>;
  readonly streams: StreamRegistry;
  /** The built `dist/`. */
  readonly assetsDirectory: string;
}

export interface RunningFeature extends Feature {
  /** Where other features add variables that servers are started with. */
  readonly variables: RunVariables;
  readonly runs: RunService;
}

/** The servers of projects: starting and ending them, their logs, and pages that follow their files. */
export function runningFeature(platform: Platform, context: RunningContext): RunningFeature {
  const { assetsDirectory, streams, ...rest } = context;
  const variables = new RunVariables();
  const runs = new RunService({
    platform,
    ...rest,
    variables,
    serverScript: path.join(assetsDirectory, 'python', 'quantum_server', '__main__.py'),
    clientScript: path.join(assetsDirectory, 'browser', 'liveReload.js'),
  });
  return {
    name: 'running',
    variables,
    runs,
    routes: (app) => registerRunRoutes(app, runs, streams),
    start: () => runs.begin(),
    stop: () => runs.end(),
  };
}
