import { typeOfName } from '../../protocol/environmentRules.js';
import type {
  CreateEnvironment,
  Environment,
  UpdateEnvironment,
} from '../../protocol/environments.js';
import type { Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import type { EnvironmentRepository, EnvironmentRow } from './environmentRepository.js';
import { environmentOf } from './environmentWire.js';
import { healthProblem } from './healthCheck.js';

export interface EnvironmentPorts {
  readonly platform: Platform;
  readonly environments: EnvironmentRepository;
  /** @throws not-found */
  readonly project: (id: number) => Promise<{ readonly name: string }>;
}

const usualTimeoutSeconds = 10;
/** The places where applications run. */
export class EnvironmentService {
  constructor(private readonly ports: EnvironmentPorts) {}

  async list(projectId: number): Promise<Environment[]> {
    await this.ports.project(projectId);
    const { platform, environments } = this.ports;
    const rows = await platform.store.read((db) => environments.ofProject(db, projectId));
    return rows.map(environmentOf);
  }

  async get(id: number): Promise<Environment> {
    return environmentOf(await this.row(id));
  }

  /** @throws name-taken */
  async create(projectId: number, wanted: CreateEnvironment): Promise<Environment> {
    await this.ports.project(projectId);
    const { platform, environments } = this.ports;
    const { name, type = typeOfName(name), url = null, config = {} } = wanted;
    const id = await platform.store.write((tx) =>
      environments.insert(tx, {
        ...{ project_id: projectId, name, type, url, config: JSON.stringify(config) },
      }),
    );
    return this.get(id);
  }

  /** @throws name-taken */
  async update(id: number, change: UpdateEnvironment): Promise<Environment> {
    const row = await this.row(id);
    const { platform, environments } = this.ports;
    const { inUse, position, config, url, ...rest } = change;
    const columns = {
      ...rest,
      ...(config === undefined ? {} : { config: JSON.stringify(config) }),
      // What was seen of another address says nothing of this one.
      ...(url === undefined || url === row.url
        ? {}
        : { url, status: 'unknown' as const, checked_at: null, problem: null }),
    };
    await platform.store.write(async (tx) => {
      if (Object.keys(columns).length > 0) await environments.update(tx, row, columns);
      if (position !== undefined) await environments.move(tx, row, position);
      if (inUse === true) await environments.use(tx, row.project_id, id);
      if (inUse === false && row.in_use === 1) await environments.use(tx, row.project_id, null);
    });
    return this.get(id);
  }

  /** With its variables. */
  async delete(id: number): Promise<void> {
    const row = await this.row(id);
    const { platform, environments } = this.ports;
    await platform.store.write((tx) => environments.delete(tx, row));
  }

  /** Asks its address and keeps what came of it. */
  async check(id: number): Promise<Environment> {
    const row = await this.row(id);
    const { url, config } = environmentOf(row);
    if (url === null) {
      const detail = `The environment “${row.name}” has no address to ask.`;
      throw new AppError('invalid-request', detail, 'Give it the URL that says whether it is up.');
    }
    const { platform, environments } = this.ports;
    const problem = await healthProblem(url, config.healthTimeoutSeconds ?? usualTimeoutSeconds);
    await platform.store.write(async (tx) => {
      const now = await environments.find(tx, id);
      // Deleted, or sent elsewhere, while its address was asked.
      if (now?.url !== url) return;
      const status = problem === null ? 'up' : 'down';
      const checked_at = platform.now().toISOString();
      await environments.update(tx, now, { status, problem, checked_at });
    });
    return this.get(id);
  }

  private async row(id: number): Promise<EnvironmentRow> {
    const { platform, environments } = this.ports;
    const row = await platform.store.read((db) => environments.find(db, id));
    if (row) return row;
    throw new AppError('not-found', `There is no environment ${id}.`);
  }
}
