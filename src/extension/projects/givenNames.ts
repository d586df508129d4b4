import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServiceEvent } from '../../protocol/events.js';
import type { GivenVariables } from '../../protocol/languageServer.js';
import { coalesced } from '../platform/coalesced.js';
import { Disposables } from '../platform/disposables.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { Signal, type Disposable } from '../platform/signal.js';
import type { ProjectsFeature } from './projectsFeature.js';

export interface GivenNamesDeps {
  readonly read: (projectId: number) => Promise<readonly string[]>;
  readonly projects: Pick<ProjectsFeature, 'here' | 'onDidChange'>;
  readonly service: Pick<ServiceClient, 'state' | 'onEvent' | 'onDidChangeState'>;
  /** Some `quantum.config.yaml` of the window came, changed or went. */
  readonly onDidChangeConfiguration: (listener: () => void) => Disposable;
  readonly onError: (error: unknown) => void;
}

/** What makes a project be given other variables: its own, its environments', its datasources'. */
const causes: readonly ServiceEvent['type'][] = [
  ...(['environments_changed', 'datasource_created', 'datasource_updated'] as const),
  ...(['datasource_deleted', 'reset'] as const),
];

/**
 * The names of the variables that the window's projects are given when they are run: their configuration may
 * refer to them. Read while the service is there; nothing is started for it.
 */
export class GivenNames implements Disposable {
  private readonly owned = new Disposables();
  private readonly changes = new Signal<void>();
  private names: readonly GivenVariables[] = [];
  private readonly refresh = coalesced(() => this.readAll());

  constructor(private readonly deps: GivenNamesDeps) {
    const { projects, service } = deps;
    const look = (): void => void this.refresh();
    let seen = '';
    this.owned.add(
      projects.onDidChange(() => {
        const places = projects.here.map(({ id, rootPath }) => `${id} ${rootPath ?? ''}`).join();
        if (places !== seen) look();
        seen = places;
      }),
    );
    this.owned.add(service.onDidChangeState(look));
    this.owned.add(
      service.onEvent((event) => {
        if (causes.includes(event.type)) look();
      }),
    );
    // Which variables of a datasource are given is said by the configuration.
    this.owned.add(deps.onDidChangeConfiguration(look));
  }

  /** By the folder of each project that is given any. */
  get known(): readonly GivenVariables[] {
    return this.names;
  }

  readonly onDidChange = this.changes.on;

  dispose(): void {
    this.owned.dispose();
  }

  private async readAll(): Promise<void> {
    const { projects, service, read, onError } = this.deps;
    if (service.state.kind !== 'connected') return;
    const found: GivenVariables[] = [];
    for (const { id, rootPath } of projects.here) {
      if (rootPath === null) continue;
      try {
        const names = await read(id);
        const folder = pathToFileURL(path.resolve(rootPath)).href;
        if (names.length > 0) found.push({ folder, names });
      } catch (error) {
        onError(error);
      }
    }
    if (JSON.stringify(found) === JSON.stringify(this.names)) return;
    this.names = found;
    this.changes.fire();
  }
}
