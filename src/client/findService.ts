import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { handshakeProof } from '../protocol/handshakeProof.js';
import { homePaths } from '../protocol/home.js';
import { parsePortFile } from '../protocol/portFile.js';
import type { HandshakeAnswer } from '../protocol/service.js';
import type { Endpoint } from './loopbackFetch.js';

/** A service that proved it knows this home's token. */
export interface FoundService extends Endpoint {
  readonly pid: number;
  readonly version: string;
  readonly apiVersion: string;
  readonly epoch: number;
  readonly draining: boolean;
}

const answerLimitMs = 3_000;
const answerLimitBytes = 4_096;

/**
 * Looks where the port file points and asks for proof before anything secret is sent. Null: nobody is
 * there, or somebody else is. @throws the system's error when the home's files may not be read.
 */
export async function findService(
  home: string,
  warn: (message: string) => void = () => undefined,
): Promise<FoundService | null> {
  const paths = homePaths(home);
  const hint = parsePortFile(await readIfThere(paths.portFile));
  if (hint === null) return null;
  const token = (await readIfThere(paths.token)).trim();
  if (token === '') return null;
  const nonce = randomBytes(32).toString('hex');
  const answer = await ask(hint.port, nonce);
  if (answer === null) return null;
  const expected = handshakeProof(token, { nonce, epoch: answer.epoch, port: hint.port });
  if (!sameText(answer.proof, expected)) {
    warn(`Port ${hint.port} is not the service: it could not prove that it knows the token.`);
    return null;
  }
  const { pid, version, apiVersion, epoch, draining } = answer;
  return { port: hint.port, token, pid, version, apiVersion, epoch, draining };
}

async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
}

/** Null for anything but a handshake's answer. */
function ask(port: number, nonce: string): Promise<HandshakeAnswer | null> {
  return new Promise((resolve) => {
    const body = JSON.stringify({ nonce });
    const request = http.request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/api/handshake',
      agent: false,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(answerLimitMs),
    });
    request.on('error', () => resolve(null));
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('error', () => resolve(null));
      response.on('data', (part: string) => {
        text += part;
        if (text.length > answerLimitBytes) response.destroy();
      });
      response.on('close', () => resolve(response.statusCode === 200 ? parseAnswer(text) : null));
    });
    request.end(body);
  });
}

function parseAnswer(text: string): HandshakeAnswer | null {
  try {
    const answer = JSON.parse(text) as Partial<HandshakeAnswer> | null;
    if (typeof answer?.proof !== 'string' || typeof answer.epoch !== 'number') return null;
    if (typeof answer.version !== 'string' || typeof answer.apiVersion !== 'string') return null;
    if (typeof answer.pid !== 'number' || typeof answer.draining !== 'boolean') return null;
    return answer as HandshakeAnswer;
  } catch {
    return null;
  }
}

function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
