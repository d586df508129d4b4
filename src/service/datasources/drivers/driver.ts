import type { Secret } from '../../platform/secrets/secret.js';

/** A server as a client reaches it. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string | null;
  readonly password: Secret | null;
  readonly tls: boolean;
  readonly patienceMs: number;
}

/** Who an application is in its own database. */
export interface Owner {
  readonly database: string;
  readonly username: string | null;
  readonly password: Secret;
}

/** What is asked of a database, over its own client. All throw what the client throws. */
export interface Driver {
  /** Connects and reads. Answers the server's version. */
  probe(login: Login): Promise<string>;
  /** As `probe`, and writes what it takes back: ready for an application. */
  verify(login: Login): Promise<string>;
  /** Makes database, owner and privileges, where they are not there yet. */
  setUp(administrator: Login, owner: Owner): Promise<void>;
  /** Gives administrator and owner another password, in the running server. */
  changePassword(administrator: Login, owner: Owner): Promise<void>;
  /** Why a try failed, and whether another may succeed. */
  explain(error: unknown): Failure;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly repair: string | null;
  /** It may pass by itself: a server that starts. */
  readonly passing: boolean;
}
