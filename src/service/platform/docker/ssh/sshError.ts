export type SshErrorCode =
  | 'SSH_ADDRESS'
  | 'SSH_MISSING'
  | 'SSH_HOST_KEY'
  | 'SSH_HOST_KEY_CHANGED'
  | 'SSH_AUTH'
  | 'SSH_UNKNOWN_HOST'
  | 'SSH_REFUSED'
  | 'SSH_TIMEOUT'
  | 'SSH_NO_DOCKER'
  | 'SSH_NO_ENGINE'
  | 'SSH_NO_RIGHT'
  | 'SSH_PORT_TAKEN'
  | 'SSH_ENDED';

/** Why ssh did not come through, by what it said as it ended. */
export class SshError extends Error {
  override readonly name = 'SshError';

  constructor(
    readonly code: SshErrorCode,
    /** Its last words, or the address that cannot be used. */
    readonly said: string,
    options?: ErrorOptions,
  ) {
    super(said === '' ? code : said, options);
  }
}

/** The first that fits decides: ssh and docker tell what happened by their words alone. */
const words: readonly (readonly [RegExp, SshErrorCode])[] = [
  [/REMOTE HOST IDENTIFICATION HAS CHANGED/, 'SSH_HOST_KEY_CHANGED'],
  [/Host key verification failed|No .* host key is known/, 'SSH_HOST_KEY'],
  [
    /permission denied while trying to connect to the docker daemon|dial unix .*permission denied/i,
    'SSH_NO_RIGHT',
  ],
  [
    /Permission denied \(|Too many authentication failures|no more authentication methods/i,
    'SSH_AUTH',
  ],
  [/Could not resolve hostname|Name or service not known/, 'SSH_UNKNOWN_HOST'],
  [
    /cannot listen to port|Could not request local forwarding|Address already in use/i,
    'SSH_PORT_TAKEN',
  ],
  [/connect to host .*: Connection refused/, 'SSH_REFUSED'],
  [/timed out|Timeout, server|No route to host|Network is unreachable/i, 'SSH_TIMEOUT'],
  [/docker.*(not found|not recognized)|is not a docker command|unknown command/i, 'SSH_NO_DOCKER'],
  [
    /cannot connect to the docker daemon|failed to dial|dial unix|connection refused/i,
    'SSH_NO_ENGINE',
  ],
];
const commandNotFound = 127;

/** What an ssh that has ended is the error of. */
export function sshErrorOf(exitCode: number | null, said: string): SshError {
  const found = words.find(([pattern]) => pattern.test(said))?.[1];
  const lastWords = said.trim().split('\n').slice(-3).join(' ');
  return new SshError(
    found ?? (exitCode === commandNotFound ? 'SSH_NO_DOCKER' : 'SSH_ENDED'),
    lastWords,
  );
}
