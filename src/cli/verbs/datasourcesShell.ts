import { dataOf } from '../../client/problemError.js';
import type { DatasourceDetail } from '../../protocol/datasources.js';
import { containerShell, passwordVariables, serverShell } from '../../protocol/datasourceShell.js';
import { authoritiesFile } from '../../service/datasources/sqlFiles/authorities.js';
import { idArgument } from '../arguments.js';
import type { CliService } from '../cliService.js';
import { clientShell } from '../datasources/clientShell.js';
import { runHere } from '../datasources/runHere.js';
import type { ExitCode, Verb } from '../verb.js';

type Api = CliService['api'];

/** Its own client program, in this terminal. The password is in that program’s environment alone. */
export const datasourcesShell: Verb = {
  name: 'datasources shell',
  args: 'ID',
  summary: 'The shell of its database; it does not ask for the password',
  async run({ service, positionals }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const detail = await dataOf(api.GET('/api/datasources/{id}', { params: { path: { id } } }));
    return detail.connectionType === 'docker' ? inContainer(api, detail) : atServer(api, detail);
  },
};

async function inContainer(api: Api, detail: DatasourceDetail): Promise<ExitCode> {
  const shell = containerShell(detail, await dataOf(api.GET('/api/docker/info')));
  return runHere(shell ?? none(detail));
}

async function atServer(api: Api, detail: DatasourceDetail): Promise<ExitCode> {
  const { id, type, tls, hasPassword } = detail;
  const params = { path: { id } };
  // Asked for only where it is used: each time is written down.
  const isGiven = hasPassword && passwordVariables[type] !== undefined;
  const password = isGiven
    ? (await dataOf(api.POST('/api/datasources/{id}/password', { params }))).password
    : null;
  const shell = serverShell(detail, password) ?? none(detail);
  const trusted = tls ? await authoritiesFile() : null;
  try {
    return await runHere(await clientShell(type, shell, trusted?.file ?? null));
  } finally {
    await trusted?.remove();
  }
}

function none({ name }: DatasourceDetail): never {
  throw new Error(`“${name}” has no shell.`);
}
