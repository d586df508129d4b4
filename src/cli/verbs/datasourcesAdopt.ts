import path from 'node:path';
import type { ImportedThing } from '../../protocol/datasourceAdoption.js';
import { dataOf } from '../../client/problemError.js';
import { atMost, idArgument, textOption } from '../arguments.js';
import { passwordFrom } from '../datasources/createOptions.js';
import { table } from '../output.js';
import { exitCodes, UsageError, type Verb } from '../verb.js';
import { shown } from './datasources.js';

export const datasourcesAdopt: Verb = {
  name: 'datasources adopt',
  args: '[PROJECT CONTAINER]',
  summary: 'Containers of others that look like databases; connect a project to one',
  options: {
    name: { type: 'string' },
    database: { type: 'string' },
    user: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  optionHelp: [
    '--name NAME        its name here (default: the container’s)',
    '--database NAME    instead of what its environment says',
    '--user NAME        instead of what its environment says',
    '--password-stdin   read the password from the standard input',
  ],
  async run(context) {
    const { positionals, values, output, service } = context;
    atMost(positionals, 2);
    const [project, container] = positionals;
    const { api } = await service();
    if (project === undefined) {
      const found = await dataOf(api.GET('/api/docker/adoptable'));
      const lines = found.map((one) => [
        ...[one.name, one.type, `${one.host}:${one.port}`, one.databaseName, one.username ?? ''],
        one.datasourceId === null ? '' : `datasource ${one.datasourceId}`,
      ]);
      output.result(found, table(lines));
      return exitCodes.ok;
    }
    if (container === undefined) throw new UsageError('PROJECT and CONTAINER go together.');
    const [name, databaseName, username] = ['name', 'database', 'user'].map((option) =>
      textOption(values[option]),
    );
    const password = await passwordFrom(values);
    const body = {
      container,
      ...(name === undefined ? {} : { name }),
      ...(databaseName === undefined ? {} : { databaseName }),
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
    };
    const params = { path: { id: idArgument([project]) } };
    const url = '/api/projects/{id}/datasources/adopt';
    return shown(context, await dataOf(api.POST(url, { params, body })));
  },
};

const line = (kind: string, thing: ImportedThing): string[] => {
  const { name, project, environment, id, outcome, changed, reason } = thing;
  const remarks = [...(reason === null ? [] : [reason]), ...changed].join(' ');
  const place = [project, environment].filter((one) => one !== null).join(' / ');
  return [kind, name, place, outcome, id === null ? '' : String(id), remarks];
};

export const datasourcesImport: Verb = {
  name: 'datasources import',
  args: 'PATH',
  summary: 'Projects, environments and databases of an older Admin, from its quantum_admin.db',
  async run({ service, positionals, output }) {
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0) throw new UsageError('One PATH is needed.');
    const encryptionKey = process.env['QUANTUM_ENCRYPTION_KEY'];
    const { api } = await service();
    const report = await dataOf(
      api.POST('/api/imports/quantum-admin', {
        body: {
          path: path.resolve(place),
          ...(encryptionKey === undefined ? {} : { encryptionKey }),
        },
      }),
    );
    const { projects, environments, variables, datasources, left } = report;
    output.result(report, [
      ...table([
        ...projects.map((one) => line('project', one)),
        ...environments.map((one) => line('environment', one)),
        ...variables.map((one) => line('variable', one)),
        ...datasources.map((one) => line('datasource', one)),
      ]),
      ...left.flatMap(({ what, count, names, reason }) => [
        `Not taken over: ${count} of ${what}. ${reason}`,
        ...names.map((name) => `  ${name}`),
      ]),
    ]);
    return exitCodes.ok;
  },
};
