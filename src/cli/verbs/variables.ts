import type { EnvironmentVariable } from '../../protocol/environments.js';
import { dataOf } from '../../client/problemError.js';
import { idArgument, textOption } from '../arguments.js';
import { table } from '../output.js';
import { standardInput } from '../standardInput.js';
import { exitCodes, UsageError, type OptionValues, type Verb, type VerbContext } from '../verb.js';

const inEnvironment = { environment: { type: 'string' } } as const;
const inEnvironmentHelp = ['--environment NAME  of this environment, instead of the project'];

/** The environment that is named; null: none is. @throws UsageError where there is none of the name */
async function environmentOf(
  { service, values }: VerbContext,
  projectId: number,
): Promise<number | null> {
  const name = textOption(values['environment']);
  if (name === undefined) return null;
  const { api } = await service();
  const params = { path: { id: projectId } };
  const list = await dataOf(api.GET('/api/projects/{id}/environments', { params }));
  const found = list.find((one) => one.name === name);
  if (found) return found.id;
  const known = list.map((one) => one.name).join(', ') || 'none';
  throw new UsageError(`There is no environment “${name}”; there are: ${known}.`);
}

/** PROJECT and KEY, and where the variable is. */
async function placeOf(context: VerbContext) {
  const [project, key, ...more] = context.positionals;
  const id = idArgument(project === undefined ? [] : [project]);
  if (key === undefined || more.length > 0)
    throw new UsageError('PROJECT and KEY are needed, and no more.');
  const environmentId = await environmentOf(context, id);
  const query = environmentId === null ? {} : { environmentId };
  return { environmentId, key, params: { path: { id, key }, query } };
}

/** As an argument, or by the standard input: what is typed stays in the shell's history. */
async function valueOf(values: OptionValues): Promise<string | undefined> {
  const value = textOption(values['value']);
  if (values['value-stdin'] !== true) return value;
  if (value !== undefined) throw new UsageError('--value and --value-stdin exclude each other.');
  return standardInput();
}

function secrecyOf(values: OptionValues): boolean | undefined {
  if (values['secret'] === true && values['plain'] === true)
    throw new UsageError('--secret and --plain exclude each other.');
  if (values['secret'] === true) return true;
  return values['plain'] === true ? false : undefined;
}

const line = (one: EnvironmentVariable, environment: string): string[] => [
  ...[one.key, one.value ?? '••••••', environment, one.description ?? ''],
];

const list: Verb = {
  name: 'variables list',
  args: 'PROJECT',
  summary: 'Variables of a project and of its environments; secrets without their values',
  async run({ service, positionals, output }) {
    const params = { path: { id: idArgument(positionals) } };
    const { api } = await service();
    const list = await dataOf(api.GET('/api/projects/{id}/environment-variables', { params }));
    const environments = await dataOf(api.GET('/api/projects/{id}/environments', { params }));
    const names = new Map(environments.map(({ id, name }) => [id, name]));
    const rows = list.map((one) => line(one, names.get(one.environmentId ?? 0) ?? ''));
    output.result(list, table(rows));
    return exitCodes.ok;
  },
};

const set: Verb = {
  name: 'variables set',
  args: 'PROJECT KEY',
  summary: 'Set a variable that what is run of the project is given',
  options: {
    ...inEnvironment,
    ...{ value: { type: 'string' }, 'value-stdin': { type: 'boolean' } },
    ...{
      description: { type: 'string' },
      secret: { type: 'boolean' },
      plain: { type: 'boolean' },
    },
  },
  optionHelp: [
    ...inEnvironmentHelp,
    '--value VALUE      its value',
    '--value-stdin      read its value from the standard input',
    '--description TEXT  what it is for',
    '--secret           its value is not listed (default: by its name)',
    '--plain            its value is listed',
  ],
  async run(context) {
    const { values, output } = context;
    const { environmentId, key, params } = await placeOf(context);
    const value = await valueOf(values);
    const [description, isSecret] = [textOption(values['description']), secrecyOf(values)];
    const rest = {
      ...(description === undefined ? {} : { description }),
      ...(isSecret === undefined ? {} : { isSecret }),
    };
    const { api } = await context.service();
    const path = { id: params.path.id };
    const url = '/api/projects/{id}/environment-variables';
    const list = await dataOf(api.GET(url, { params: { path } }));
    const isThere = list.some((one) => one.key === key && one.environmentId === environmentId);
    if (!isThere && value === undefined) throw new UsageError('A value is needed.');
    const set = isThere
      ? await dataOf(
          api.PUT('/api/projects/{id}/environment-variables/{key}', {
            params,
            body: { ...rest, ...(value === undefined ? {} : { value }) },
          }),
        )
      : await dataOf(
          api.POST(url, {
            params: { path },
            body: { ...rest, key, value: value ?? '', environmentId },
          }),
        );
    output.result(set, table([line(set, textOption(values['environment']) ?? '')]));
    return exitCodes.ok;
  },
};

const get: Verb = {
  name: 'variables get',
  args: 'PROJECT KEY',
  summary: 'The value of a variable; that it was asked for is written down',
  options: inEnvironment,
  optionHelp: inEnvironmentHelp,
  async run(context) {
    const { params } = await placeOf(context);
    const { api } = await context.service();
    const url = '/api/projects/{id}/environment-variables/{key}/value';
    const found = await dataOf(api.POST(url, { params }));
    context.output.result(found, [found.value]);
    return exitCodes.ok;
  },
};

const remove: Verb = {
  name: 'variables delete',
  args: 'PROJECT KEY',
  summary: 'Delete a variable',
  options: inEnvironment,
  optionHelp: inEnvironmentHelp,
  async run(context) {
    const { key, params } = await placeOf(context);
    const { api } = await context.service();
    await dataOf(api.DELETE('/api/projects/{id}/environment-variables/{key}', { params }));
    context.output.result({ deleted: key }, [`Deleted ${key}.`]);
    return exitCodes.ok;
  },
};

/** The variables of projects and of their environments, in a terminal. */
export const variableVerbs: readonly Verb[] = [list, set, get, remove];
