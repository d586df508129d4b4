import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { configurationName } from '../../workspace/configuredFolder.js';

/** What the framework listens on when nothing else is configured. */
export const defaultPort = 8080;

/** `${NAME}`, `${NAME:-default}` and `${NAME:default}`, as the framework reads them. */
function resolved(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(
    /\$\{(\w+)(?::-?([^}]*))?\}/g,
    (_whole, name: string, fallback: string | undefined) => env[name] ?? fallback ?? '',
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** `server.port` of the application in `root`; the framework's default where it says nothing usable. */
export async function configuredPort(
  root: string | null,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  if (root === null) return defaultPort;
  const text = await readFile(path.join(root, configurationName), 'utf8').catch(() => '');
  const { parse } = await import('yaml');
  try {
    const configuration: unknown = parse(text, { logLevel: 'silent' });
    const server = isRecord(configuration) ? configuration['server'] : null;
    const port = isRecord(server) ? server['port'] : null;
    const number = typeof port === 'string' ? Number(resolved(port, env)) : port;
    const usable = typeof number === 'number' && Number.isInteger(number) && number > 0;
    return usable && number < 65_536 ? number : defaultPort;
  } catch {
    return defaultPort;
  }
}
