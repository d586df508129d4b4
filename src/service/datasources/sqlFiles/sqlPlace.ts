import type { Labels, Ran } from '../../platform/docker/engine.js';
import type { ExecStreams } from '../../platform/docker/execStream.js';
import type { Kind, Target } from '../kinds/kind.js';
import type { SqlTools } from './sqlTools.js';

export type SqlWay = 'load' | 'dump';

/** Programs that load and dump SQL, where they are: in a container, on this machine, beside a file. */
export interface SqlPlace {
  /** What a log says of where the programs are. */
  readonly where: string;
  /** A file as its program is given it: what is cut off may not do something else than it says. */
  framed(text: AsyncIterable<Buffer>): AsyncIterable<Buffer | string>;
  /** `bytes`: how long the file is. @throws the reason of the signal */
  run(way: SqlWay, bytes: number, streams: ExecStreams): Promise<Ran>;
  /** Takes away what was made for this. */
  close(): Promise<void>;
}

/** A server that is there, and what it says of its version. */
export interface ServerAt {
  readonly kind: Kind;
  readonly tools: SqlTools;
  readonly target: Target;
  readonly server: string;
  /** Of a container that is made for it. */
  readonly labels: Labels;
  readonly signal: AbortSignal;
}

/** Where a server is for its client program, and as whom. Nothing here is secret. */
export interface SqlTarget {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly database: string;
  /** A file of authorities, one of which the server's certificate is of; null: without TLS. */
  readonly authorities: string | null;
}

export const placeOf = ({ host, port, database, username }: Target): SqlTarget => ({
  ...{ host, port, database, username: username ?? '', authorities: null },
});

/** Nothing was made for it. */
export const nothingToClose = (): Promise<void> => Promise.resolve();
