import { parseArgs } from 'node:util';
import { defaultHome } from '../protocol/home.js';

/** How a service process is to run. Read before anything heavy is loaded. */
export interface ServiceOptions {
  readonly home: string;
  /** 0: any free port. */
  readonly port: number;
  /** Leaves after this time without streams, jobs and holds. */
  readonly idleMs: number;
  /** A team's store: connection URL. From the environment, where a process list does not show it. */
  readonly postgresUrl: string | undefined;
  /** What wraps the store's data key; without both, a key file of the home does. */
  readonly encryption: {
    readonly key: string | undefined;
    readonly passphrase: string | undefined;
  };
  /** Web pages that may call the API. */
  readonly allowedOrigins: readonly string[];
}

/** Under an editor's own runtime the service leaves soon: updating the editor must not find it running. */
const defaultIdleSeconds = process.versions['electron'] === undefined ? 600 : 10;

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** @throws TypeError or RangeError with a sentence for what cannot be understood. */
export function parseServiceOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ServiceOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      home: { type: 'string' },
      port: { type: 'string', default: '0' },
      'idle-seconds': { type: 'string', default: String(defaultIdleSeconds) },
    },
  });
  return {
    home: values.home ?? defaultHome(env),
    port: number('--port', values.port, 65_535),
    idleMs: number('--idle-seconds', values['idle-seconds'], 2_000_000) * 1000,
    postgresUrl: env['QUANTUM_ADMIN_POSTGRES_URL'],
    encryption: {
      key: env['QUANTUM_ENCRYPTION_KEY'],
      passphrase: env['QUANTUM_ENCRYPTION_PASSPHRASE'],
    },
    allowedOrigins: list(env['QUANTUM_ADMIN_ALLOWED_ORIGINS']),
  };
}

function number(name: string, text: string, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= max)) {
    throw new RangeError(`${name} must be a number from 0 to ${max}, not "${text}".`);
  }
  return value;
}
