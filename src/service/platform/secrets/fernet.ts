import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/*
 * Fernet (github.com/fernet/spec): version 0x80, 64-bit seconds, IV, AES-128-CBC with PKCS #7 padding, and
 * HMAC-SHA256 over all of it; in base64url with padding, as Python's `cryptography` reads and writes it.
 */
const version = 0x80;
const ivBytes = 16;
const headerBytes = 1 + 8 + ivBytes;
const macBytes = 32;
const blockBytes = 16;
const keyBytes = 32;

/** What decides a token's bytes beside key and text; for comparing with published tokens. */
export interface FernetMoment {
  readonly seconds?: number;
  readonly iv?: Buffer;
}

export class InvalidTokenError extends Error {
  override readonly name = 'InvalidTokenError';

  constructor() {
    super('The token was not made with this key, or was changed since.');
  }
}

/** A fresh key, in the text form of Python's `Fernet.generate_key()`. */
export const generateFernetKey = (): string => encode(randomBytes(keyBytes));

/** Whether a text is a key: 32 bytes in base64url or base64. */
export const isFernetKey = (text: string): boolean => decode(text)?.length === keyBytes;

/** Encrypts under one key. @throws TypeError when the key is none. */
export class Fernet {
  private readonly signing: Buffer;
  private readonly encryption: Buffer;

  constructor(key: string) {
    const bytes = decode(key);
    if (bytes?.length !== keyBytes) throw new TypeError('A Fernet key is 32 bytes in base64url.');
    this.signing = bytes.subarray(0, 16);
    this.encryption = bytes.subarray(16);
  }

  encrypt(text: string, moment: FernetMoment = {}): string {
    const iv = moment.iv ?? randomBytes(ivBytes);
    const head = Buffer.alloc(headerBytes);
    head[0] = version;
    head.writeBigUInt64BE(BigInt(moment.seconds ?? Math.floor(Date.now() / 1000)), 1);
    iv.copy(head, 9);
    const cipher = createCipheriv('aes-128-cbc', this.encryption, iv);
    const body = Buffer.concat([head, cipher.update(text, 'utf8'), cipher.final()]);
    return encode(Buffer.concat([body, this.mac(body)]));
  }

  /** @throws InvalidTokenError */
  decrypt(token: string): string {
    const bytes = decode(token);
    const length = (bytes?.length ?? 0) - headerBytes - macBytes;
    if (!bytes || bytes[0] !== version || length < blockBytes || length % blockBytes !== 0) {
      throw new InvalidTokenError();
    }
    const body = bytes.subarray(0, -macBytes);
    if (!timingSafeEqual(this.mac(body), bytes.subarray(-macBytes))) throw new InvalidTokenError();
    const iv = body.subarray(9, headerBytes);
    const decipher = createDecipheriv('aes-128-cbc', this.encryption, iv);
    try {
      return (
        decipher.update(body.subarray(headerBytes), undefined, 'utf8') + decipher.final('utf8')
      );
    } catch {
      // Signed by the key's first half, and yet not padded: made by something that is not Fernet.
      throw new InvalidTokenError();
    }
  }

  private mac(body: Buffer): Buffer {
    return createHmac('sha256', this.signing).update(body).digest();
  }
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** Null where the text is not base64 as a whole: Node's own decoder drops what it does not know. */
function decode(text: string): Buffer | null {
  if (!/^[A-Za-z0-9_+/-]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Buffer.from(text, 'base64url');
}
