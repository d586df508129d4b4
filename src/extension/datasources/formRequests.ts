import type { DatasourceForm } from '../../protocol/datasourceRules.js';
import type {
  CreateDatasource,
  Datasource,
  TestConnection,
  UpdateDatasource,
} from '../../protocol/datasources.js';

const given = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
  value === '' ? {} : ({ [key]: value } as Record<K, string>);

/** What a form asks to be created; what was left empty is left to the service. */
export function createOf(form: DatasourceForm): CreateDatasource {
  const { type, connectionType, autoStart, autoSetup } = form;
  const isFile = connectionType === 'file';
  return {
    ...{ type, connectionType, autoSetup, ...(connectionType === 'docker' ? { autoStart } : {}) },
    ...given('name', form.name),
    ...given('databaseName', form.databaseName),
    ...(connectionType === 'docker' ? given('image', form.image) : {}),
    ...(connectionType === 'direct' ? { ...given('host', form.host), tls: form.tls } : {}),
    ...(isFile || form.port === '' ? {} : { port: Number(form.port) }),
    ...(isFile ? {} : { ...given('username', form.username), ...given('password', form.password) }),
  };
}

/** What a form asks to be tried out. A password that is not typed anew is the one that is stored. */
export function testOf(
  projectId: number,
  form: DatasourceForm,
  datasourceId: number | null,
): TestConnection {
  const { type, databaseName } = form;
  if (form.connectionType === 'file') return { projectId, type, databaseName };
  return {
    ...{ projectId, type, databaseName, tls: form.tls },
    ...(datasourceId === null ? {} : { datasourceId }),
    ...given('host', form.host),
    ...(form.port === '' ? {} : { port: Number(form.port) }),
    ...given('username', form.username),
    ...given('password', form.password),
  };
}

/** The requests that make a datasource what a form says, in their order. None: nothing was changed. */
export function changesOf(form: DatasourceForm, before: Datasource): UpdateDatasource[] {
  const port = form.port === '' ? null : Number(form.port);
  const moved = port !== null && port !== before.port ? { port } : {};
  const rest: UpdateDatasource = {
    ...changed('name', form.name, before.name),
    ...changed('autoSetup', form.autoSetup, before.autoSetup),
    ...(form.connectionType === 'docker'
      ? changed('autoStart', form.autoStart, before.autoStart)
      : {
          ...changed('databaseName', form.databaseName, before.databaseName),
          ...(form.connectionType === 'direct' ? { ...serverChange(form, before), ...moved } : {}),
        }),
    ...given('password', form.password),
  };
  // A container takes its password while it runs, and a port by being made anew: one after the other.
  const steps = form.connectionType === 'docker' ? [rest, moved] : [rest];
  return steps.filter((step) => Object.keys(step).length > 0);
}

/** Whether a change makes the container anew, so that who is connected is cut off. */
export function restartsContainer(
  changes: readonly UpdateDatasource[],
  before: Datasource,
): boolean {
  return before.connectionType === 'docker' && changes.some(({ port }) => port !== undefined);
}

function serverChange(form: DatasourceForm, before: Datasource): UpdateDatasource {
  return {
    ...changed('host', form.host, before.host),
    ...changed('username', form.username, before.username ?? ''),
    ...changed('tls', form.tls, before.tls),
  };
}

const changed = <K extends keyof UpdateDatasource>(
  key: K,
  now: UpdateDatasource[K],
  before: UpdateDatasource[K] | null,
): Pick<UpdateDatasource, K> | Record<string, never> =>
  now === before ? {} : ({ [key]: now } as Pick<UpdateDatasource, K>);
