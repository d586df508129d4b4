import { authoritiesFile } from './authorities.js';
import type { ClientProgram } from './clientPrograms.js';
import { runHostProgram } from './hostProgram.js';
import { nothingToClose, placeOf, type ServerAt, type SqlPlace } from './sqlPlace.js';
import { flavourOf, versionOf } from './sqlTools.js';

/** A client program of this machine. */
export async function hostPlace(
  { tools, target }: ServerAt,
  client: ClientProgram,
): Promise<SqlPlace> {
  const trusted = target.tls ? await authoritiesFile() : null;
  const flavour = flavourOf(tools, client.said);
  const env = {
    ...withoutDefaults(process.env),
    // This user’s own processes alone can read it; a file would stay after a crash.
    ...(target.password === null ? {} : { [tools.variable]: target.password.reveal() }),
  };
  const at = { ...placeOf(target), authorities: trusted?.file ?? null };
  return {
    where: `${client.file} ${versionOf(client.said)}`,
    framed: (text) => tools.framed(text),
    run: (way, _, streams) =>
      runHostProgram({ file: client.file, args: tools.args(way, at, flavour), env }, streams),
    close: trusted?.remove ?? nothingToClose,
  };
}

/** What a person has set for their own shells would lead elsewhere, or ask for less than TLS. */
function withoutDefaults(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(PG|MYSQL_)/.test(name)));
}
