import type { ConnectionType, DatasourceType } from './datasources.js';

/*
 * What the fields of a datasource may hold, said once for the API's schemas and for the forms that judge them
 * while they are filled in. Free of the schemas' library, so that pages can have it.
 */
export const namePattern = '^[A-Za-z0-9][A-Za-z0-9_.-]*$';
export const userPattern = '^[A-Za-z0-9_][A-Za-z0-9_.$@-]*$';
export const longestName = 63;

/** What a form of a datasource holds: texts, as they were typed. */
export interface DatasourceForm {
  readonly type: DatasourceType;
  readonly connectionType: ConnectionType;
  readonly name: string;
  readonly image: string;
  readonly host: string;
  readonly port: string;
  readonly databaseName: string;
  readonly username: string;
  readonly password: string;
  readonly tls: boolean;
  readonly autoStart: boolean;
  readonly autoSetup: boolean;
}

export type FormField = 'name' | 'image' | 'host' | 'port' | 'databaseName' | 'username';
export type FormProblem =
  | 'empty'
  | 'name-characters'
  | 'name-long'
  | 'name-taken'
  | 'spaces'
  | 'port'
  | 'user-characters'
  | 'file-outside';

/** Which fields a form shows for a way to connect. */
export function fieldsOf(connectionType: ConnectionType): readonly FormField[] {
  switch (connectionType) {
    case 'docker':
      return ['name', 'image', 'port', 'databaseName', 'username'];
    case 'direct':
      return ['name', 'host', 'port', 'databaseName', 'username'];
    case 'file':
      return ['name', 'databaseName'];
  }
}

/** What is wrong with a name; undefined when nothing is. */
export function nameProblem(name: string, taken: readonly string[]): FormProblem | undefined {
  if (name === '') return 'empty';
  if (name.length > longestName) return 'name-long';
  if (!new RegExp(namePattern).test(name)) return 'name-characters';
  return taken.includes(name) ? 'name-taken' : undefined;
}

/** What is there already of a datasource that a form changes. */
export interface BeforeForm {
  readonly name: string;
  readonly username: string | null;
}

/** What is wrong with each field that is shown. Empty: it can be saved. `before`: it changes one that is there. */
export function formProblems(
  form: DatasourceForm,
  taken: readonly string[],
  before: BeforeForm | null = null,
): Partial<Record<FormField, FormProblem>> {
  const found: Partial<Record<FormField, FormProblem>> = {};
  for (const field of fieldsOf(form.connectionType)) {
    const problem = problemOf(field, form, { taken, before });
    if (problem !== undefined) found[field] = problem;
  }
  return found;
}

function problemOf(
  field: FormField,
  form: DatasourceForm,
  { taken, before }: { readonly taken: readonly string[]; readonly before: BeforeForm | null },
): FormProblem | undefined {
  const value = form[field];
  switch (field) {
    case 'name':
      return nameProblem(
        value,
        taken.filter((one) => one !== before?.name),
      );
    case 'image':
    case 'host':
      return value === '' ? 'empty' : /\s/.test(value) ? 'spaces' : undefined;
    case 'port':
      // A new container's port may be left to the service: the next free one.
      if (value === '' && form.connectionType === 'docker' && !before) return undefined;
      return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
        ? undefined
        : 'port';
    case 'databaseName':
      if (value === '') return 'empty';
      return form.type === 'sqlite' && /^(?:[/\\]|[A-Za-z]:|\.\.(?:[/\\]|$))/.test(value)
        ? 'file-outside'
        : undefined;
    case 'username':
      // Redis knows a default user; the others' administrators have names. One that is there is not taken away.
      if (value === '') {
        const mayLack = form.type === 'redis' || form.type === 'mongodb';
        return mayLack && (before?.username ?? null) === null ? undefined : 'empty';
      }
      return new RegExp(userPattern).test(value) && value.length <= longestName
        ? undefined
        : 'user-characters';
  }
}

/** What people call the types. */
export const typeNames: Readonly<Record<DatasourceType, string>> = {
  ...{ postgresql: 'PostgreSQL', mysql: 'MySQL', mariadb: 'MariaDB' },
  ...{ mongodb: 'MongoDB', redis: 'Redis', sqlite: 'SQLite' },
};
