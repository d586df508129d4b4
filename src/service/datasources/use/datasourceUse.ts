import { findReferences } from '../../../language/configuration/environmentReferences.js';
import { textOf, valueAt } from '../../../language/configuration/configurationDocument.js';
import { parseConfiguration } from '../../../language/configuration/parseConfiguration.js';
import {
  ConfigurationNotEditableError,
  variableOf,
  writeDatasource,
  type DatasourceEntry,
} from '../../../language/configuration/writeDatasource.js';
import type { DatasourceEnvironment, DatasourceUse } from '../../../protocol/datasources.js';
import { AuditLog } from '../../platform/audit/auditLog.js';
import type { Platform } from '../../platform/feature.js';
import { AppError } from '../../platform/problem.js';
import { datasourceRows, type DatasourceRow } from '../datasourceRows.js';
import { connectionOf } from '../datasourceWire.js';
import {
  configurationOf,
  readConfigurationFile,
  writeConfigurationFile,
} from './configurationFile.js';

/** What using a datasource asks of projects. */
export interface UsingProjects {
  /** @throws not-found */
  row(id: number): Promise<{ readonly name: string; readonly root_path: string | null }>;
}

/** Fields of an entry that may be a variable, and what the datasource says of each. */
const fields = {
  host: (row: DatasourceRow) => row.host,
  port: (row: DatasourceRow) => (row.port === null ? null : String(row.port)),
  database: (row: DatasourceRow) => row.database_name,
  username: (row: DatasourceRow) => row.username,
} as const;

/** Datasources in the configuration of their project, and the variables it takes for them. */
export class DatasourceUses {
  private readonly audit: AuditLog;

  constructor(
    private readonly platform: Platform,
    private readonly projects: UsingProjects,
  ) {
    this.audit = new AuditLog(platform.now);
  }

  /** Writes the datasource into `quantum.config.yaml`, its password as a variable. */
  async use(id: number): Promise<DatasourceUse> {
    const row = await this.platform.store.read((db) =>
      datasourceRows(db).where('datasource.id', '=', id).executeTakeFirst(),
    );
    if (!row) throw new AppError('not-found', `There is no datasource ${id}.`);
    const { config, variable } = connectionOf(row);
    if (config === null) {
      throw new AppError(
        'not-for-this-datasource',
        `The framework has no driver for ${row.type}, so its configuration takes none of them.`,
        'Connect from Python with the URL of the datasource instead.',
      );
    }
    const file = configurationOf(await this.rootOf(row.project_id));
    const text = await readConfigurationFile(file);
    const free = variable === null ? null : freeVariable(text, row.name, variable);
    const entry = free === null ? config : { ...config, password: `\${${free}}` };
    const written = edited(text, row.name, entry);
    if (written !== text) await writeConfigurationFile(file, written);
    const used = passwordVariable(written, row.name);
    return { path: file, changed: written !== text, variable: used ?? null };
  }

  /** What whoever starts the project's server sets: only variables that its configuration asks for. */
  async environment(projectId: number): Promise<DatasourceEnvironment> {
    const file = configurationOf(await this.rootOf(projectId));
    const { content } = parseConfiguration(await readConfigurationFile(file));
    const rows = await this.platform.store.read((db) =>
      datasourceRows(db).where('datasource.project_id', '=', projectId).execute(),
    );
    const variables = new Map<string, string>();
    const conflicts = new Set<string>();
    const give = (name: string, value: string): void => {
      if ((variables.get(name) ?? value) !== value) conflicts.add(name);
      else variables.set(name, value);
    };
    for (const row of rows) {
      const variableAt = (field: string): string | undefined =>
        variableOf(textOf(valueAt(content, ['datasources', row.name, field])) ?? '');
      for (const [field, valueOf] of Object.entries(fields)) {
        const [name, value] = [variableAt(field), valueOf(row)];
        if (name !== undefined && value !== null) give(name, value);
      }
      const name = variableAt('password');
      if (name === undefined || row.password_encrypted === null) continue;
      give(name, (await this.platform.secrets.unseal(row.password_encrypted)).reveal());
    }
    return { variables: Object.fromEntries(variables), conflicts: [...conflicts] };
  }

  /** The same for a caller outside of the service: written down. */
  async reveal(projectId: number, caller: string): Promise<DatasourceEnvironment> {
    const { name } = await this.projects.row(projectId);
    const environment = await this.environment(projectId);
    await this.platform.store.write((tx) =>
      this.audit.append(tx, {
        ...{ action: 'reveal-environment', outcome: 'granted', project_id: projectId },
        ...{ subject: `project ${projectId} (${name})`, caller },
      }),
    );
    return environment;
  }

  private async rootOf(projectId: number): Promise<string> {
    const { name, root_path: root } = await this.projects.row(projectId);
    if (root !== null) return root;
    throw new AppError(
      'folder-missing',
      `The project “${name}” has no folder, so there is no configuration.`,
      'Link its folder first.',
    );
  }
}

function edited(text: string, name: string, entry: DatasourceEntry): string {
  try {
    return writeDatasource(text, name, entry);
  } catch (error) {
    if (!(error instanceof ConfigurationNotEditableError)) throw error;
    throw new AppError('conflict', error.message, 'Mend the file, or write the entry by hand.');
  }
}

const passwordVariable = (text: string, name: string): string | undefined =>
  variableOf(
    textOf(valueAt(parseConfiguration(text).content, ['datasources', name, 'password'])) ?? '',
  );

/** `variable`, or one with a number behind it where something else of the file takes it already. */
function freeVariable(text: string, name: string, variable: string): string {
  const own = passwordVariable(text, name);
  const taken = new Set(findReferences(text).map((reference) => reference.name));
  const isFree = (one: string): boolean => one === own || !taken.has(one);
  if (isFree(variable)) return variable;
  for (let number = 2; ; number++) {
    if (isFree(`${variable}_${number}`)) return `${variable}_${number}`;
  }
}
