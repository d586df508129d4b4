import { randomBytes } from 'node:crypto';
import type { CreateDatasource } from '../../protocol/datasources.js';
import { AppError } from '../platform/problem.js';
import { Secret } from '../platform/secrets/secret.js';
import type { DatasourceRow } from './datasourceRows.js';
import type { Kind } from './kinds/kind.js';
import { offeredImages } from './kinds/kinds.js';

/** All of a new datasource but its place among others: its name and its port. */
export interface Filled {
  readonly connectionType: 'docker' | 'direct' | 'file';
  readonly image: string | null;
  readonly host: string | null;
  readonly databaseName: string;
  readonly username: string | null;
  readonly password: Secret | null;
  readonly tls: boolean;
  readonly autoStart: boolean;
  readonly autoSetup: boolean;
  /** What its server sets itself up with is what Express chooses. */
  readonly isExpress: boolean;
}

const passwordBytes = 24;

/** 192 bits in letters and digits and `-` and `_`: nothing that a URL or a shell reads otherwise. */
export const newPassword = (): Secret =>
  new Secret(randomBytes(passwordBytes).toString('base64url'));

const refuse = (detail: string, repair?: string): AppError =>
  new AppError('invalid-request', detail, repair);

/** What was asked for with the defaults of its kind. @throws invalid-request */
export function filledIn(kind: Kind, asked: CreateDatasource, now: Date): Filled {
  const connectionType = asked.connectionType ?? kind.connectionTypes[0] ?? 'docker';
  if (!kind.connectionTypes.includes(connectionType)) {
    throw refuse(
      `${kind.title} is not reached by “${connectionType}”.`,
      `Choose ${kind.connectionTypes.join(' or ')}.`,
    );
  }
  const isDocker = connectionType === 'docker';
  if (connectionType === 'direct' && asked.host === undefined) {
    throw refuse('A direct connection needs a host.', 'Give the host of the server.');
  }
  if (!isDocker && asked.image !== undefined) {
    throw refuse('Only a container has an image.', 'Leave the image out.');
  }
  if (isDocker && (asked.host !== undefined || asked.tls === true)) {
    throw refuse(
      'A container is reached on this machine’s loopback, without TLS.',
      'Leave host and tls out, or choose “direct”.',
    );
  }
  // A server of someone else has the users it has.
  const username = asked.username ?? (isDocker ? kind.username : null);
  const given = asked.password === undefined ? null : new Secret(asked.password);
  const databaseName = asked.databaseName ?? kind.databaseName;
  const isNamedSo = databaseName === kind.databaseName && username === kind.username;
  return {
    connectionType,
    image: isDocker ? (asked.image ?? offeredImages(kind, now)[0]?.name ?? null) : null,
    host: asked.host ?? null,
    databaseName,
    username: connectionType === 'file' ? null : username,
    password: isDocker ? (given ?? newPassword()) : given,
    tls: asked.tls ?? false,
    autoStart: asked.autoStart ?? true,
    autoSetup: asked.autoSetup ?? true,
    isExpress: isDocker && given === null && isNamedSo,
  };
}

/** `{project}-{type}-{n}`: one more than the highest, so that a deleted one's name does not come back. */
export function expressName(
  project: string,
  type: string,
  rows: readonly Pick<DatasourceRow, 'name'>[],
): string {
  const plain = project
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+|-+$/g, '')
    .slice(0, 40);
  const stem = `${plain === '' ? 'project' : plain}-${type}-`;
  const numbers = rows.flatMap(({ name }) => {
    const rest = name.startsWith(stem) ? name.slice(stem.length) : '';
    return /^\d{1,9}$/.test(rest) ? [Number(rest)] : [];
  });
  return `${stem}${Math.max(0, ...numbers) + 1}`;
}
