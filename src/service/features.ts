import path from 'node:path';
import { findInstallation } from '../framework/findInstallation.js';
import { componentsFeature } from './components/feature.js';
import { datasourcesFeature } from './datasources/feature.js';
import { datasourceUseFeature } from './datasources/use/feature.js';
import { doctorFeature } from './doctor/feature.js';
import { environmentsFeature } from './environments/feature.js';
import { EnginePlace } from './platform/docker/enginePlace.js';
import type { Feature, Platform } from './platform/feature.js';
import type { StreamRegistry } from './platform/events/streamRegistry.js';
import type { ServiceIdentity } from './platform/http/identity.js';
import { lifecycleFeature } from './platform/lifecycle/lifecycleFeature.js';
import type { ServiceControl } from './platform/lifecycle/serviceControl.js';
import { previewFeature } from './preview/feature.js';
import { projectsFeature } from './projects/feature.js';
import { findPython } from './projects/findPython.js';
import { runningFeature } from './running/feature.js';
import { testsFeature } from './tests/feature.js';
import { tryOutFeature } from './tryout/feature.js';

/** What features get beside the platform: the process they run in. */
export interface FeatureContext {
  readonly identity: ServiceIdentity;
  readonly token: string;
  readonly streams: StreamRegistry;
  /** The built `dist/`: templates, the Python bridge. */
  readonly assetsDirectory: string;
  readonly control: ServiceControl;
  /** Another port than 8000 for who asks for datasources by name. */
  readonly byNamePort?: number;
}

/** Every feature of the product, in one list: the app, the OpenAPI document and the tests read it. */
export function createFeatures(platform: Platform, context: FeatureContext): Feature[] {
  const { identity, assetsDirectory, control, streams, byNamePort = 8000 } = context;
  const templatesDirectory = path.join(assetsDirectory, 'templates');
  const sqliteScript = path.join(assetsDirectory, 'python', 'quantum_sqlite', '__main__.py');
  const bridgeScript = path.join(assetsDirectory, 'python', 'quantum_bridge', '__main__.py');
  const projectsRoom = projectsFeature(platform, {
    templatesDirectory,
    findInstallation,
    findPython,
  });
  const { version, apiVersion } = identity;
  const { projects } = projectsRoom;
  const docker = new EnginePlace();
  const use = datasourceUseFeature(platform, projects);
  const running = runningFeature(platform, { projects, control, streams, assetsDirectory });
  running.variables.add(
    async (projectId) => (await use.datasourceEnvironment(projectId)).variables,
  );
  const { variables } = running;
  const environments = environmentsFeature(platform, {
    project: (id) => projects.row(id),
    given: (id) => variables.given(id),
  });
  // What a person says goes before what follows from the datasources.
  variables.add((projectId) => environments.variables.inForce(projectId));
  const previewing = { projects, variables, bridgeScript, log: platform.log };
  const preview = previewFeature({ ...previewing, events: platform.events });
  return [
    lifecycleFeature({ platform, ...context }),
    projectsRoom,
    testsFeature(platform, { projects, variables, bridgeScript }),
    datasourcesFeature(platform, {
      ...{ projects, streams, control, byNamePort, sqliteScript, docker, environments },
    }),
    use,
    environments,
    running,
    preview,
    tryOutFeature({ platform, ...previewing, previews: preview.previews, runs: running.runs }),
    componentsFeature(platform, projects, path.join(assetsDirectory, 'scanWorker.js')),
    doctorFeature(platform, { version, apiVersion, projects, findInstallation, docker }),
  ];
}
