import { randomBytes } from 'node:crypto';

const codeLifeMs = 60_000;
const sessionLifeMs = 12 * 60 * 60_000;
/** More than a person opens; a runaway caller makes the oldest go, not memory grow. */
const kept = 100;

/** Secrets that run out; the oldest go first when there are too many. */
class ExpiringSecrets {
  private readonly expiries = new Map<string, number>();

  constructor(
    private readonly lifeMs: number,
    private readonly now: () => Date,
  ) {}

  create(): { secret: string; expiresAt: Date } {
    const secret = randomBytes(32).toString('base64url');
    const expires = this.now().getTime() + this.lifeMs;
    this.expiries.set(secret, expires);
    for (const oldest of this.expiries.keys()) {
      if (this.expiries.size <= kept) break;
      this.expiries.delete(oldest);
    }
    return { secret, expiresAt: new Date(expires) };
  }

  has(secret: string): boolean {
    const expires = this.expiries.get(secret);
    if (expires === undefined) return false;
    if (expires > this.now().getTime()) return true;
    this.expiries.delete(secret);
    return false;
  }

  delete(secret: string): void {
    this.expiries.delete(secret);
  }
}

/**
 * How a browser gets in without ever holding the token: `quantum-admin open` makes a code that works
 * once within a minute, the browser trades it for a session cookie. Both live in memory only.
 */
export class Sessions {
  private readonly codes: ExpiringSecrets;
  private readonly sessions: ExpiringSecrets;

  constructor(now: () => Date) {
    this.codes = new ExpiringSecrets(codeLifeMs, now);
    this.sessions = new ExpiringSecrets(sessionLifeMs, now);
  }

  newCode(): { secret: string; expiresAt: Date } {
    return this.codes.create();
  }

  /** A new session for a valid code, which is spent by it; else null. */
  redeem(code: string): string | null {
    if (!this.codes.has(code)) return null;
    this.codes.delete(code);
    return this.sessions.create().secret;
  }

  isOpen(session: string): boolean {
    return this.sessions.has(session);
  }
}
