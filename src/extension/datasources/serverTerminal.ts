import type { NodeCandidate } from '../../client/nodeCandidates.js';
import type { DatasourceDetail } from '../../protocol/datasources.js';
import { serverShell, type ShellProgram } from '../../protocol/datasourceShell.js';

/** The product's own command line, as a terminal runs it. */
export interface OwnCommandLine {
  readonly file: string;
  readonly home: string;
  /** Undefined: nothing here runs it in a terminal. */
  readonly runtime: NodeCandidate | undefined;
}

/**
 * The shell of a server that is there, by `quantum-admin datasources shell`: that asks the service for the password
 * when it runs. What a terminal is made with, every extension can read, so it holds none. Where nothing runs the
 * command line, the client itself asks for the password.
 */
export function serverTerminal(
  detail: Pick<DatasourceDetail, 'id' | 'type' | 'connection'>,
  { file, home, runtime }: OwnCommandLine,
): ShellProgram | undefined {
  if (detail.connection.shell === null) return undefined;
  if (runtime === undefined) return serverShell(detail, null);
  return {
    program: runtime.file,
    args: [file, 'datasources', 'shell', String(detail.id), '--home', home],
    // The service of this window is asked, on a build machine, too.
    env: { ...runtime.env, CI: '' },
  };
}
