import type { Failure } from './driver.js';

/** What Node's and the clients' errors carry besides their message. */
interface NetworkError {
  readonly code?: string;
  readonly message: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
  /** One for each address that a name has. */
  readonly errors?: readonly NetworkError[];
}

const refused = 'ECONNREFUSED';
const unknownHost = new Set(['ENOTFOUND', 'EAI_AGAIN']);
const lostCodes = new Set(['ECONNRESET', 'EPIPE', 'PROTOCOL_CONNECTION_LOST']);
const lostWords = /terminated|closed|socket hang up|ended unexpectedly/i;
const slowCodes = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT']);
const slowWords = /timeout|timed out/i;
/** By their words: MySQL's client gives all of TLS one code of its own. */
const untrusted =
  /self[- ]signed certificate|unable to (?:verify the first|get (?:local )?issuer) certificate|certificate signature failure/i;
const otherName = /does not match certificate's altnames/i;
const expired = /certificate has expired/i;
const withoutTls = /does not support (?:SSL|secure)/i;
const noWay = new Set(['EHOSTUNREACH', 'ENETUNREACH']);

/** Of a server that starts, ends, or has as many clients as it takes. */
export const waitForIt = 'Wait a moment and try again.';
const checkServer = 'Check that the server runs, and its host and port.';

/** What every client says about the way to the server, in words. A server that starts refuses, then resets. */
export function networkFailure(error: unknown): Failure {
  const { code = '', message, hostname } = error as NetworkError;
  const unreachable = (text: string, repair = checkServer): Failure => ({
    ...{ code: 'server-unreachable', message: text, repair, passing: true },
  });
  if (unknownHost.has(code)) {
    const text =
      hostname === undefined ? 'The host is not known.' : `No host is named ${hostname}.`;
    const repair = 'Check the name of the host.';
    return { code: 'host-unknown', message: text, repair, passing: false };
  }
  if (code === refused) return unreachable(`Nothing listens at ${placeOf(error as NetworkError)}.`);
  if (noWay.has(code)) {
    const text = `There is no way to ${placeOf(error as NetworkError)} from here.`;
    return unreachable(text, 'Check the network, the VPN and the host.');
  }
  if (slowCodes.has(code) || slowWords.test(message)) {
    const repair = 'Check host and port, and that no firewall stands between.';
    return unreachable('The server does not answer in time.', repair);
  }
  if (lostCodes.has(code) || lostWords.test(message)) {
    const repair =
      'Check that a server of this type listens at this port; its log says why it closed.';
    return unreachable('The server closed the connection before it answered.', repair);
  }
  return (
    tlsFailure(message) ?? {
      code: 'database-error',
      message: message || code || String(error),
      repair: 'The log of the server may say more.',
      passing: false,
    }
  );
}

/** The server cannot prove who it is, or does not speak TLS. */
function tlsFailure(message: string): Failure | null {
  const failure = (name: string, text: string, repair: string): Failure => ({
    ...{ code: name, message: text, repair, passing: false },
  });
  if (untrusted.test(message)) {
    return failure(
      'certificate-untrusted',
      'The certificate of the server is of an authority that is not known here.',
      'Name the file of that authority in NODE_EXTRA_CA_CERTS, and start the service with it.',
    );
  }
  if (otherName.test(message)) {
    return failure(
      'certificate-name',
      'The certificate of the server is for another name.',
      'Use the name that stands in it, or have one made for this name.',
    );
  }
  if (expired.test(message)) {
    const text = 'The certificate of the server has expired.';
    return failure('certificate-expired', text, 'Have a new certificate made for that server.');
  }
  if (!withoutTls.test(message)) return null;
  const text = 'The server does not speak TLS.';
  return failure('no-tls', text, 'Switch TLS on there, or connect without it.');
}

/** The address that was tried, or all of them; some clients tell it in their message alone. */
function placeOf({ address, port, errors = [], message }: NetworkError): string {
  if (address !== undefined && port !== undefined) return at(address, port);
  const places = errors.flatMap((one) =>
    one.address === undefined || one.port === undefined ? [] : [at(one.address, one.port)],
  );
  if (places.length > 0) return [...new Set(places)].join(' and ');
  return /(?:\[[\da-f:]+\]|[\w.-]+):\d+/i.exec(message)?.[0] ?? 'this host and port';
}

const at = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
