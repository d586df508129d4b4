import type { Environment, EnvironmentType } from '../../protocol/environments.js';
import { dataOf } from '../../client/problemError.js';
import { idArgument, textOption, wordOption } from '../arguments.js';
import { table } from '../output.js';
import {
  exitCodes,
  UsageError,
  type ExitCode,
  type OptionValues,
  type Verb,
  type VerbContext,
} from '../verb.js';

const types: readonly EnvironmentType[] = ['dev', 'staging', 'prod'];

const line = (one: Environment): string[] => [
  ...[String(one.id), one.name, one.type, one.status, one.inUse ? 'in use' : ''],
  ...[`${one.variables} variables`, one.url ?? ''],
];

function shown({ output }: VerbContext, one: Environment): ExitCode {
  output.result(one, [
    ...table([line(one)]),
    ...Object.entries(one.config).map(([name, value]) => `  ${name}: ${String(value)}`),
    ...(one.problem === null ? [] : [one.problem]),
  ]);
  return exitCodes.ok;
}

const placeOptions = { type: { type: 'string' }, url: { type: 'string' } } as const;
const placeHelp = [
  '--type TYPE        dev, staging or prod (default: by its name)',
  '--url URL          what is asked to see whether it is up',
];

function placeOf(values: OptionValues): { type?: EnvironmentType; url?: string } {
  const type = wordOption('type', values['type'], types);
  const url = textOption(values['url']);
  return { ...(type === undefined ? {} : { type }), ...(url === undefined ? {} : { url }) };
}

const list: Verb = {
  name: 'environments list',
  args: 'PROJECT',
  summary: 'Where the application of a project runs',
  async run({ service, positionals, output }) {
    const params = { path: { id: idArgument(positionals) } };
    const { api } = await service();
    const list = await dataOf(api.GET('/api/projects/{id}/environments', { params }));
    output.result(list, table(list.map(line)));
    return exitCodes.ok;
  },
};

const create: Verb = {
  name: 'environments create',
  args: 'PROJECT NAME',
  summary: 'Add an environment, the last in the order',
  options: placeOptions,
  optionHelp: placeHelp,
  async run(context) {
    const [project, name, ...more] = context.positionals;
    const id = idArgument(project === undefined ? [] : [project]);
    if (name === undefined || more.length > 0)
      throw new UsageError('PROJECT and NAME are needed, and no more.');
    const { api } = await context.service();
    const body = { name, ...placeOf(context.values) };
    const params = { path: { id } };
    return shown(
      context,
      await dataOf(api.POST('/api/projects/{id}/environments', { params, body })),
    );
  },
};

const update: Verb = {
  name: 'environments update',
  args: 'ID',
  summary: 'Rename it, or change its type or address',
  options: { name: { type: 'string' }, ...placeOptions },
  optionHelp: ['--name NAME        its new name', ...placeHelp],
  async run(context) {
    const id = idArgument(context.positionals);
    const name = textOption(context.values['name']);
    const body = { ...(name === undefined ? {} : { name }), ...placeOf(context.values) };
    if (Object.keys(body).length === 0) throw new UsageError('Nothing to change was given.');
    return change(context, id, body);
  },
};

const use: Verb = {
  name: 'environments use',
  args: 'ID',
  summary: 'Give its variables to what is run of the project here',
  options: { off: { type: 'boolean' } },
  optionHelp: ['--off              no longer'],
  run: (context) =>
    change(context, idArgument(context.positionals), { inUse: context.values['off'] !== true }),
};

const check: Verb = {
  name: 'environments check',
  args: 'ID',
  summary: 'Ask its address whether it is up; fails when it is not',
  async run(context) {
    const params = { path: { id: idArgument(context.positionals) } };
    const { api } = await context.service();
    const checked = await dataOf(api.POST('/api/environments/{id}/check', { params }));
    shown(context, checked);
    return checked.status === 'down' ? exitCodes.failed : exitCodes.ok;
  },
};

const remove: Verb = {
  name: 'environments delete',
  args: 'ID',
  summary: 'Delete it with its variables',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    await dataOf(api.DELETE('/api/environments/{id}', { params: { path: { id } } }));
    output.result({ deleted: id }, [`Deleted environment ${id}.`]);
    return exitCodes.ok;
  },
};

async function change(
  context: VerbContext,
  id: number,
  body: { name?: string; type?: EnvironmentType; url?: string; inUse?: boolean },
): Promise<ExitCode> {
  const { api } = await context.service();
  const params = { path: { id } };
  const changed = await dataOf(api.PUT('/api/environments/{id}', { params, body }));
  return shown(context, changed);
}

/** The environments of projects, in a terminal. */
export const environmentVerbs: readonly Verb[] = [list, create, update, use, check, remove];
