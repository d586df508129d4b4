import type { UpdateDatasource } from '../../protocol/datasources.js';
import { dataOf } from '../../client/problemError.js';
import { countOption, idArgument, textOption } from '../arguments.js';
import { passwordFrom } from '../datasources/createOptions.js';
import { UsageError, type OptionValues, type Verb } from '../verb.js';
import { shown } from './datasources.js';

export const datasourcesUpdate: Verb = {
  name: 'datasources update',
  args: 'ID',
  summary: 'Rename it, move it to another port, change its password, or where its server is',
  options: {
    ...{ name: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },
    ...{ database: { type: 'string' }, user: { type: 'string' }, tls: { type: 'string' } },
    ...{ 'password-stdin': { type: 'boolean' }, 'auto-start': { type: 'string' } },
  },
  optionHelp: [
    '--name NAME        its new name',
    '--port N           its new port; a container is made anew there, its data stays',
    '--password-stdin   read its new password from the standard input; it is changed in a container, too',
    '--host HOST        of a server that is there, as the three that follow',
    '--database NAME    its database; of sqlite: the file',
    '--user NAME        the application’s user',
    '--tls on|off       whether the connection is encrypted',
    '--auto-start on|off  whether its container starts with Docker',
  ],
  async run(context) {
    const id = idArgument(context.positionals);
    const body = await changes(context.values);
    if (Object.keys(body).length === 0) throw new UsageError('Nothing to change was given.');
    const { api } = await context.service();
    const params = { path: { id } };
    return shown(context, await dataOf(api.PUT('/api/datasources/{id}', { params, body })));
  },
};

async function changes(values: OptionValues): Promise<UpdateDatasource> {
  const text = (option: string): string | undefined => textOption(values[option]);
  const asked = {
    ...{ name: text('name'), host: text('host'), databaseName: text('database') },
    ...{ username: text('user'), port: countOption('port', values['port']) },
    ...{ tls: onOff(values, 'tls'), autoStart: onOff(values, 'auto-start') },
    password: await passwordFrom(values),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

function onOff(values: OptionValues, option: string): boolean | undefined {
  const value = values[option];
  if (value === undefined) return undefined;
  if (value !== 'on' && value !== 'off') throw new UsageError(`--${option} is on or off.`);
  return value === 'on';
}
