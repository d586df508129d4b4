import type { DatasourceConnection } from '../../../protocol/datasources.js';
import type { Target } from './kind.js';

/** `scheme://user:password@host:port/database`, every part escaped. */
export function serverUrl(scheme: string, target: Target, password: string | null): string {
  const { username, host, port, database } = target;
  const secret =
    password === null ? '' : `:${password === '***' ? password : encodeURIComponent(password)}`;
  const user =
    username === null && secret === '' ? '' : `${encodeURIComponent(username ?? '')}${secret}@`;
  const address = host.includes(':') ? `[${host}]` : host;
  return `${scheme}://${user}${address}:${port}/${encodeURIComponent(database)}`;
}

/** The entry of `quantum.config.yaml`: the port is a number, the user is called `username`. */
export function serverConfig(
  driver: string,
  { host, port, database, username, password }: Target,
  variable: string,
): DatasourceConnection['config'] {
  return {
    ...{ driver, host, port, database },
    ...(username === null ? {} : { username }),
    ...(password === null ? {} : { password: `\${${variable}}` }),
  };
}
