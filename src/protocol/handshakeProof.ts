import { createHmac } from 'node:crypto';

/** What the proof is about: the client's challenge, the service's life, and the very port it was asked on. */
export interface HandshakeFacts {
  readonly nonce: string;
  readonly epoch: number;
  /** So that a stranger on a port of ours cannot hand the challenge on to the real service. */
  readonly port: number;
}

/** `HMAC-SHA256(token, nonce:epoch:port)`, hex: only who read the token file can say it. */
export function handshakeProof(token: string, { nonce, epoch, port }: HandshakeFacts): string {
  return createHmac('sha256', token).update(`${nonce}:${epoch}:${port}`).digest('hex');
}
