import type { DatasourceType } from '../../protocol/datasources.js';
import type { ShellProgram } from '../../protocol/datasourceShell.js';
import { clientProgram } from '../../service/datasources/sqlFiles/clientPrograms.js';
import { flavourOf, sqlToolsOf, verifiedBy } from '../../service/datasources/sqlFiles/sqlTools.js';

/**
 * A client program as this machine has it: MariaDB’s does for MySQL, and the other way round. `authorities`: a file;
 * the server has to prove its name to one of them. Null: without TLS. @throws with what to install
 */
export async function clientShell(
  type: DatasourceType,
  shell: ShellProgram,
  authorities: string | null,
): Promise<ShellProgram> {
  const tools = sqlToolsOf(type);
  if (tools === null) return authorities === null ? shell : overTls(type, shell, authorities);
  const found = await clientProgram(tools, 'load', '');
  if (!('file' in found)) {
    throw Object.assign(new Error(`There is no ${shell.program} on this machine.`), {
      repair: `Install ${tools.packageName}.`,
    });
  }
  const here = { ...shell, program: found.file };
  if (authorities === null) return here;
  const flavour = flavourOf(tools, found.said);
  return flavour === 'postgresql'
    ? { ...here, env: { ...here.env, PGSSLMODE: 'verify-full', PGSSLROOTCERT: authorities } }
    : { ...here, args: [...verifiedBy(flavour, authorities), ...here.args] };
}

function overTls(type: DatasourceType, shell: ShellProgram, authorities: string): ShellProgram {
  const option = type === 'mongodb' ? '--tlsCAFile' : '--cacert';
  return { ...shell, args: ['--tls', option, authorities, ...shell.args] };
}
