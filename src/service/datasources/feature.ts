import path from 'node:path';
import type { Feature, Platform } from '../platform/feature.js';
import type { EnginePlace } from '../platform/docker/enginePlace.js';
import type { ServiceControl } from '../platform/lifecycle/serviceControl.js';
import type { StreamRegistry } from '../platform/events/streamRegistry.js';
import { AppError } from '../platform/problem.js';
import { isWithin } from '../projects/projectFolders.js';
import type { ProjectService } from '../projects/projectService.js';
import type { AdminEnvironmentPorts } from './adopt/adminEnvironments.js';
import { AdminImport } from './adopt/adminImport.js';
import { Adoption } from './adopt/adoption.js';
import { registerAdoptRoutes } from './adopt/routes.js';
import { ByNameOffer } from './byName/byNameOffer.js';
import { ByNameSwitch } from './byName/byNameSwitch.js';
import { registerByNameRoutes } from './byName/routes.js';
import { RuntimeLookup } from './byName/runtimeLookup.js';
import { ContainerSight } from './containerSight.js';
import { datasourceJobs } from './datasourceJobs.js';
import { DatasourceRepository } from './datasourceRepository.js';
import { DatasourceService } from './datasourceService.js';
import { DockerService } from './dockerService.js';
import type { WorkPorts } from './datasourceWork.js';
import { OwnContainers } from './ownContainers.js';
import { PreparedVolumes } from './prepared/preparedVolumes.js';
import { registerPreparedRoutes } from './prepared/routes.js';
import { StoredEngineChoice } from './reach/engineChoice.js';
import { registerDockerSettingsRoutes } from './reach/routes.js';
import { registerDatasourceRoutes } from './routes.js';
import type { SqlPorts } from './sqlFiles/placeFor.js';
import { registerSqlFileRoutes } from './sqlFiles/routes.js';
import { sqlFileJobs } from './sqlFiles/sqlFileJobs.js';
import { SqlFiles } from './sqlFiles/sqlFiles.js';

export interface DatasourcesContext {
  readonly projects: ProjectService;
  readonly streams: StreamRegistry;
  /** How long a server may take to become ready; two minutes by default. */
  readonly readyPatienceMs?: number;
  readonly docker: EnginePlace;
  /** Where environments of an older Admin go. */
  readonly environments: AdminEnvironmentPorts;
  readonly control: Pick<ServiceControl, 'hold'>;
  /** Where Quantum of the roadmap's time asks for datasources. */
  readonly byNamePort: number;
  /** `__main__.py` of `python/quantum_sqlite`. */
  readonly sqliteScript: string;
}

async function fileIn(projects: ProjectService, projectId: number, file: string): Promise<string> {
  const { name, root_path: root } = await projects.row(projectId);
  if (root === null) {
    const repair = 'Link the project to its folder first.';
    throw new AppError('folder-missing', `The project “${name}” has no folder for a file.`, repair);
  }
  const absolute = path.resolve(root, file);
  if (isWithin(absolute, root) && absolute !== root) return absolute;
  throw new AppError('invalid-request', `${file} does not lie in the project’s folder.`);
}

/** Databases of projects: containers, servers and files, from one click to a query that runs. */
export function datasourcesFeature(platform: Platform, context: DatasourcesContext): Feature {
  const { projects, streams, control, readyPatienceMs = 120_000, byNamePort } = context;
  const { docker: place } = context;
  const hold = (what: string): { dispose(): void } => control.hold(what);
  const repository = new DatasourceRepository(platform.events, platform.now);
  const own = new OwnContainers(platform.filesDirectory);
  const sight = new ContainerSight(platform, repository, own, place, hold);
  const ports: WorkPorts = {
    ...{ platform, repository, own, sight, readyPatienceMs },
    fileIn: (projectId, file) => fileIn(projects, projectId, file),
  };
  const sqlPorts: SqlPorts = {
    ...{ ...ports, sqliteScript: context.sqliteScript },
    pythonOf: async (projectId) =>
      (await projects.framework(await projects.row(projectId))).interpreter,
  };
  for (const handler of [...datasourceJobs(ports), ...sqlFileJobs(sqlPorts)])
    platform.jobs.register(handler);
  const prepared = new PreparedVolumes({ ...ports, hold });
  const service = new DatasourceService({
    ...{ ...ports, prepared, place },
    project: (id) => projects.row(id),
  });
  const byName = new ByNameSwitch({
    ...{ platform, port: byNamePort },
    lookup: new RuntimeLookup({ ...ports, projects: () => projects.rows() }),
    hold,
  });
  const offer = new ByNameOffer({
    ...{ platform, repository, byName },
    project: (id) => projects.row(id),
    installed: async (id) => (await projects.framework(await projects.row(id))).version,
  });
  const docker = new DockerService({ sight, place, own, service, streams, log: platform.log });
  const choice = new StoredEngineChoice({ platform, place, onChange: () => sight.watch.look() });
  const inBackground = (what: string, work: Promise<void>): void => {
    work.catch((error: unknown) => platform.log.warn({ err: error }, what));
  };
  const subscription = platform.events.subscribe(({ event }) => {
    if (event.type === 'project_deleted') {
      // What the engine has when it is away now, it is asked for when it is back.
      const swept = sight.watch.hasBegun
        ? sight.watch.engine().then((it) => sight.sweep(it))
        : null;
      if (swept) inBackground('containers of a deleted project were not removed', swept);
    }
    if (event.type === 'job_changed' && event.name.startsWith('datasource.')) {
      const isOver = event.state === 'cancelled' || event.state === 'interrupted';
      if (isOver) inBackground('the end of a job was not looked at', sight.jobEnded(event.id));
      if (isOver || event.state === 'completed' || event.state === 'failed') prepared.wake();
    }
    if (event.type === 'docker_changed' && event.available) prepared.wake();
  });
  return {
    name: 'datasources',
    routes(app) {
      registerDatasourceRoutes(app, service, docker);
      registerPreparedRoutes(app, prepared);
      registerSqlFileRoutes(app, new SqlFiles(service));
      registerByNameRoutes(app, byName, offer);
      registerAdoptRoutes(
        app,
        new Adoption(service, ports, place),
        new AdminImport(projects, service, context.environments),
      );
      registerDockerSettingsRoutes(app, choice);
    },
    async start() {
      await choice.start();
      if ((await sight.hasContainers()) || (await prepared.isUsed())) sight.watch.begin();
      await byName.start();
    },
    async stop() {
      subscription.dispose();
      await byName.stop();
      await prepared.stop();
      await sight.watch.stop();
      await sight.reach.stop();
    },
  };
}
