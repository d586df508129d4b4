import type { Datasource, DatasourceLogLine } from '../../protocol/datasources.js';
import { dataOf } from '../../client/problemError.js';
import { countOption, idArgument, wordOption } from '../arguments.js';
import {
  createOptionHelp,
  createOptions,
  createRequest,
  typeArgument,
} from '../datasources/createOptions.js';
import { followJob } from '../datasources/followJob.js';
import { table } from '../output.js';
import { readStream } from '../readStream.js';
import { exitCodes, UsageError, type ExitCode, type Verb, type VerbContext } from '../verb.js';

const line = (one: Datasource): string[] => [
  ...[String(one.id), one.name, one.type, one.badge],
  one.port === null ? (one.databaseName ?? '') : `${one.host ?? ''}:${one.port}`,
];

/** Waits for the job that works on it, then shows what came of it. */
export async function shown(context: VerbContext, begun: Datasource): Promise<ExitCode> {
  const code = await followJob(context, begun);
  const { api } = await context.service();
  const path = { id: begun.id };
  const one = await dataOf(api.GET('/api/datasources/{id}', { params: { path } }));
  const url = one.connection.url ?? '';
  context.output.result(one, [`${one.name}: ${one.badge} ${url}`.trimEnd()]);
  if (one.error !== null) context.output.message(`${one.error.message} ${one.error.repair ?? ''}`);
  return code;
}

export const datasourcesList: Verb = {
  name: 'datasources list',
  args: 'PROJECT',
  summary: 'The datasources of a project',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const params = { path: { id } };
    const list = await dataOf(api.GET('/api/projects/{id}/datasources', { params }));
    output.result(list, table(list.map(line)));
    return exitCodes.ok;
  },
};

export const datasourcesShow: Verb = {
  name: 'datasources show',
  args: 'ID',
  summary: 'One datasource and how to connect to it',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const one = await dataOf(api.GET('/api/datasources/{id}', { params: { path: { id } } }));
    output.result(one, [
      `${one.name} (${one.type}): ${one.badge}`,
      `State:  ${one.status}, health ${one.healthStatus}, setup ${one.setupStatus}`,
      `URL:    ${one.connection.url ?? ''}`,
      ...(one.image === null ? [] : [`Image:  ${one.image}`]),
      ...(one.error === null ? [] : [`Error:  ${one.error.message}`, ...one.error.lastLines]),
    ]);
    return one.badge === 'error' ? exitCodes.failed : exitCodes.ok;
  },
};

export const datasourcesCreate: Verb = {
  name: 'datasources create',
  args: 'PROJECT TYPE',
  summary: 'Create a datasource and wait until it is ready',
  options: createOptions,
  optionHelp: createOptionHelp,
  async run(context) {
    const [project, type, ...more] = context.positionals;
    const id = idArgument(project === undefined ? [] : [project]);
    if (more.length > 0) throw new UsageError('PROJECT and TYPE are needed, and no more.');
    const body = await createRequest(typeArgument(type), context.values);
    const { api } = await context.service();
    const params = { path: { id } };
    return shown(
      context,
      await dataOf(api.POST('/api/projects/{id}/datasources', { params, body })),
    );
  },
};

const tasks = [
  ['start', '/api/datasources/{id}/start', 'Start it and wait until it is ready'],
  ['stop', '/api/datasources/{id}/stop', 'Stop its container'],
  ['restart', '/api/datasources/{id}/restart', 'Stop and start it, and wait until it is ready'],
  ['setup', '/api/datasources/{id}/setup', 'Make its database and user, where they are missing'],
] as const;

/** One verb for each thing that is done to a datasource as it is. */
export const datasourceTasks: readonly Verb[] = tasks.map(([task, address, summary]) => ({
  name: `datasources ${task}`,
  args: 'ID',
  summary,
  async run(context: VerbContext) {
    const id = idArgument(context.positionals);
    const { api } = await context.service();
    return shown(context, await dataOf(api.POST(address, { params: { path: { id } } })));
  },
}));

export const datasourcesTest: Verb = {
  name: 'datasources test',
  args: 'ID',
  summary: 'Connect as its application does; fails when that fails',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const params = { path: { id } };
    const tested = await dataOf(api.POST('/api/datasources/{id}/test', { params }));
    const { ok, ms, serverVersion, error } = tested;
    output.result(tested, [
      ok ? `${serverVersion ?? ''} in ${ms} ms` : `${error?.message ?? ''} ${error?.repair ?? ''}`,
    ]);
    return ok ? exitCodes.ok : exitCodes.failed;
  },
};

export const datasourcesPassword: Verb = {
  name: 'datasources password',
  args: 'ID',
  summary: 'Its password; that it was asked for is written down',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const params = { path: { id } };
    const found = await dataOf(api.POST('/api/datasources/{id}/password', { params }));
    output.result(found, found.password === null ? [] : [found.password]);
    return exitCodes.ok;
  },
};

export const datasourcesLogs: Verb = {
  name: 'datasources logs',
  args: 'ID',
  summary: 'What its container says',
  options: { lines: { type: 'string' }, since: { type: 'string' }, follow: { type: 'boolean' } },
  optionHelp: [
    '--lines N          the last N lines (default: 100)',
    '--since TIME       those after a time, as 2026-01-31T12:00:00Z',
    '--follow           go on with those to come, until Ctrl-C',
  ],
  async run({ service, positionals, values, output, signal }) {
    const id = idArgument(positionals);
    const query = new URLSearchParams({
      lines: String(countOption('lines', values['lines']) ?? 100),
    });
    if (typeof values['since'] === 'string') query.set('since', values['since']);
    const { api, endpoint } = await service();
    if (values['follow'] === true) {
      query.set('follow', 'true');
      const place = `/api/datasources/${id}/logs?${query.toString()}`;
      for await (const message of readStream(endpoint, place, signal)) {
        const said = JSON.parse(message) as Partial<DatasourceLogLine>;
        if (said.text !== undefined) output.item(said, said.text);
      }
      return exitCodes.ok;
    }
    const since = query.get('since');
    const lines = await dataOf(
      api.GET('/api/datasources/{id}/logs', {
        params: {
          path: { id },
          query: { lines: Number(query.get('lines')), ...(since === null ? {} : { since }) },
        },
      }),
    );
    output.result(
      lines,
      lines.map(({ text }) => text),
    );
    return exitCodes.ok;
  },
};

export const datasourcesDelete: Verb = {
  name: 'datasources delete',
  args: 'ID',
  summary: 'Delete it: the container goes, the volume stays',
  options: {
    container: { type: 'string' },
    volume: { type: 'string' },
    force: { type: 'boolean' },
  },
  optionHelp: [
    '--container HOW    remove (default) or keep',
    '--volume HOW       keep (default), archive or delete',
    '--force            forget it even though Docker does not answer',
  ],
  async run(context) {
    const id = idArgument(context.positionals);
    const container = wordOption('container', context.values['container'], [
      'remove',
      'keep',
    ] as const);
    const volume = wordOption('volume', context.values['volume'], [
      'keep',
      'archive',
      'delete',
    ] as const);
    const query = {
      ...(container === undefined ? {} : { container }),
      ...(volume === undefined ? {} : { volume }),
      ...(context.values['force'] === true ? { force: true } : {}),
    };
    const { api } = await context.service();
    const params = { path: { id }, query };
    const begun = await dataOf(api.DELETE('/api/datasources/{id}', { params }));
    const code = await followJob(context, begun);
    context.output.result(begun, code === exitCodes.ok ? [`${begun.name} is deleted`] : []);
    return code;
  },
};
