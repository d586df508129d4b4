import type {
  DatasourceConnection,
  DatasourceKind,
  DatasourceType,
} from '../../../protocol/datasources.js';
import type { Secret } from '../../platform/secrets/secret.js';
import type { Driver } from '../drivers/driver.js';

/** Where and as whom an application connects. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string | null;
  readonly password: Secret | null;
  readonly tls: boolean;
}

/** What a new container of this kind is made with. */
export interface ContainerPlan {
  readonly port: number;
  /** Where the image keeps its data. */
  readonly dataFolder: string;
  /** Nothing secret: whoever inspects the container reads it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  /** Said by a shell in the container; it knows no password. */
  readonly healthCheck: string;
  /** Setting itself up takes the server so long that a volume is worth preparing. */
  readonly isWorthPreparing?: boolean;
  /** Content of the file of secrets that is laid into the container before it starts. */
  secretFile(password: Secret): Secret;
}

/** How to reach a server as a client program of a terminal. */
export interface ShellCommand {
  readonly inContainer: readonly string[];
  readonly outside: readonly string[];
}

/** One type of datasource: everything that differs between them. */
export interface Kind {
  readonly type: DatasourceType;
  readonly title: string;
  readonly images: DatasourceKind['images'];
  readonly connectionTypes: DatasourceKind['connectionTypes'];
  readonly inFramework: boolean;
  readonly port: number | null;
  readonly databaseName: string;
  readonly username: string | null;
  /** The name a container's administrator has, where it is another than the application's. */
  readonly administrator: string | null;
  /** Absent: there is no server to run. */
  container?(database: string, username: string | null): ContainerPlan;
  /** Loaded at the first need. */
  driver(): Promise<Driver>;
  /** For humans and their tools. */
  url(target: Target, password: string | null): string;
  /** The entry of `quantum.config.yaml`; null where the framework has no driver. */
  config(target: Target, variable: string): DatasourceConnection['config'];
  shell?(target: Target): ShellCommand;
}
