import { isOurs, longestValue, soundsSecret } from '../../protocol/environmentRules.js';
import type {
  CreateVariable,
  EnvironmentVariable,
  UpdateVariable,
} from '../../protocol/environments.js';
import { AuditLog } from '../platform/audit/auditLog.js';
import { AppError } from '../platform/problem.js';
import { Secret } from '../platform/secrets/secret.js';
import type { Db, Tx } from '../platform/store/store.js';
import type { EnvironmentPorts } from './environmentService.js';
import { variableOf } from './environmentWire.js';
import type { VariableRepository, VariableRow } from './variableRepository.js';

export interface VariablePorts extends EnvironmentPorts {
  readonly variables: VariableRepository;
  /** All that what is run of a project is given beside the service's own environment. */
  readonly given: (projectId: number) => Promise<Readonly<Record<string, string>>>;
}

/** One variable: of an environment (null: of the project), by its name. */
export interface VariablePlace {
  readonly projectId: number;
  readonly environmentId: number | null;
  readonly key: string;
}

/** The variables that applications are given. Every value is sealed in the store; those of secrets are told on request alone. */
export class VariableService {
  private readonly audit: AuditLog;

  constructor(private readonly ports: VariablePorts) {
    this.audit = new AuditLog(ports.platform.now);
  }

  /** Of the project and of all of its environments, or of one of them. */
  async list(projectId: number, environmentId?: number): Promise<EnvironmentVariable[]> {
    await this.ports.project(projectId);
    const { platform, variables } = this.ports;
    const rows = await platform.store.read((db) => variables.ofProject(db, projectId));
    const wanted = rows.filter(
      (row) => environmentId === undefined || row.environment_id === environmentId,
    );
    return Promise.all(wanted.map((row) => this.shown(row)));
  }

  /** @throws conflict where there is one of this name */
  async create(projectId: number, wanted: CreateVariable): Promise<EnvironmentVariable> {
    const { key, value, description = null, environmentId = null } = wanted;
    const { isSecret = soundsSecret(key) } = wanted;
    await this.ports.project(projectId);
    refuseOurs(key);
    const value_encrypted = await this.sealed(value);
    const { platform, variables } = this.ports;
    const row = await platform.store.write(async (tx) => {
      await this.requirePlace(tx, projectId, environmentId);
      if (await variables.find(tx, projectId, environmentId, key)) throw taken(key);
      return variables.insert(tx, {
        ...{ project_id: projectId, environment_id: environmentId, key, value_encrypted },
        ...{ is_secret: isSecret ? 1 : 0, description },
      });
    });
    return this.shown(row);
  }

  async update(place: VariablePlace, change: UpdateVariable): Promise<EnvironmentVariable> {
    const { key, value, isSecret, description } = change;
    if (key !== undefined) refuseOurs(key);
    const sealed = value === undefined ? {} : { value_encrypted: await this.sealed(value) };
    const { platform, variables } = this.ports;
    const row = await platform.store.write(async (tx) => {
      const before = await this.found(tx, place);
      if (key !== undefined && key !== place.key) {
        const other = await variables.find(tx, place.projectId, place.environmentId, key);
        if (other) throw taken(key);
      }
      if (isSecret === false && before.is_secret === 1 && value === undefined) {
        const detail = `${place.key} is a secret: its value is not shown because it is none any more.`;
        throw new AppError('invalid-request', detail, 'Give its value, too.');
      }
      return variables.update(tx, before, {
        ...sealed,
        ...(key === undefined ? {} : { key }),
        ...(isSecret === undefined ? {} : { is_secret: isSecret ? 1 : 0 }),
        ...(description === undefined ? {} : { description }),
      });
    });
    return this.shown(row);
  }

  async delete(place: VariablePlace): Promise<void> {
    const { platform, variables } = this.ports;
    await platform.store.write(async (tx) => variables.delete(tx, await this.found(tx, place)));
  }

  /** The value, for whoever asked for it by name; that is written down. */
  async reveal(place: VariablePlace, caller: string): Promise<string> {
    const { platform } = this.ports;
    const row = await platform.store.read((db) => this.found(db, place));
    const secret = await platform.secrets.unseal(row.value_encrypted);
    await platform.store.write((tx) =>
      this.audit.append(tx, {
        ...{ action: 'variable.value', outcome: 'granted', caller },
        ...{ project_id: place.projectId, subject: place.key },
      }),
    );
    return secret.reveal();
  }

  /** Those that what is run of the project is given, one of the environment in use before one of the project. */
  async inForce(projectId: number): Promise<Record<string, string>> {
    const { platform, variables } = this.ports;
    const rows = await platform.store.read((db) => variables.inForce(db, projectId));
    const values = rows.map(async ({ key, value_encrypted: token }) => [
      key,
      (await platform.secrets.unseal(token)).reveal(),
    ]);
    return Object.fromEntries(await Promise.all(values)) as Record<string, string>;
  }

  /** The names of all that is given, of datasources too. */
  async givenNames(projectId: number): Promise<string[]> {
    await this.ports.project(projectId);
    return Object.keys(await this.ports.given(projectId)).sort();
  }

  /** All that is given, of datasources too, for a caller outside of the service: written down. */
  async revealGiven(projectId: number, caller: string): Promise<Readonly<Record<string, string>>> {
    const { name } = await this.ports.project(projectId);
    const given = await this.ports.given(projectId);
    const { platform } = this.ports;
    await platform.store.write((tx) =>
      this.audit.append(tx, {
        ...{ action: 'reveal-variables', outcome: 'granted', project_id: projectId },
        ...{ subject: `project ${projectId} (${name})`, caller },
      }),
    );
    return given;
  }

  private async shown(row: VariableRow): Promise<EnvironmentVariable> {
    if (row.is_secret === 1) return variableOf(row, null);
    const value = await this.ports.platform.secrets.unseal(row.value_encrypted);
    return variableOf(row, value.reveal());
  }

  private sealed(value: string): Promise<string> {
    if (Buffer.byteLength(value) > longestValue) {
      const detail = `The value is longer than ${longestValue / 1024} KiB.`;
      throw new AppError('invalid-request', detail, 'Put it into a file and name that.');
    }
    return this.ports.platform.secrets.seal(new Secret(value));
  }

  private async found(
    db: Db | Tx,
    { projectId, environmentId, key }: VariablePlace,
  ): Promise<VariableRow> {
    const row = await this.ports.variables.find(db, projectId, environmentId, key);
    if (row) return row;
    throw new AppError('not-found', `There is no variable ${key}.`);
  }

  private async requirePlace(
    db: Db | Tx,
    projectId: number,
    environmentId: number | null,
  ): Promise<void> {
    if (environmentId === null) return;
    const environment = await this.ports.environments.find(db, environmentId);
    if (environment?.project_id === projectId) return;
    throw new AppError('not-found', `There is no environment ${environmentId} of this project.`);
  }
}

function refuseOurs(key: string): void {
  if (!isOurs(key)) return;
  const detail = `${key} is a setting of Quantum Admin, which applications are not given.`;
  throw new AppError('invalid-request', detail, 'Choose another name.');
}

const taken = (key: string): AppError =>
  new AppError('name-taken', `There is a variable ${key} already.`, 'Change that one instead.');
