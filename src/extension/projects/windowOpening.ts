/** What a window remembers of its folders over a reload. */
export interface RememberedOpenings {
  readonly sessionId: string;
  /** Folder URI → when this window opened it, ISO 8601. */
  readonly openedAt: Readonly<Record<string, string>>;
}

export interface OpeningFacts {
  readonly now: Date;
  readonly sessionId: string;
  readonly folders: readonly string[];
  readonly remembered: RememberedOpenings | undefined;
  /** When the last extension host of this workspace went, if it could say so. */
  readonly closedAt: Date | undefined;
  /** What is remembered comes from this very host: it is the same window, whatever clock and session say. */
  readonly isSameHost: boolean;
}

/** What `env.sessionId` is where telemetry is off: the same in every window, so it tells nothing. */
const noSession = 'someValue.sessionId';

/** A reload is over well within this; reopening a folder by hand rarely is. Milliseconds. */
export const reloadWindow = 15_000;

/**
 * When this window opened each of its folders. A reload keeps the times, a new window begins anew: a
 * deleted project stays deleted over a reload, and comes back when its folder is opened anew. Reloading
 * gives a new session id, so a host that went moments ago counts as the same window too.
 */
export function openingsOf(facts: OpeningFacts): RememberedOpenings {
  const { now, sessionId, folders, remembered, closedAt, isSameHost } = facts;
  const gap = closedAt === undefined ? Infinity : now.getTime() - closedAt.getTime();
  const sameSession = sessionId !== noSession && remembered?.sessionId === sessionId;
  const sameWindow = isSameHost || sameSession || (gap >= 0 && gap < reloadWindow);
  const kept = sameWindow ? (remembered?.openedAt ?? {}) : {};
  const openedAt = Object.fromEntries(
    folders.map((folder) => [folder, kept[folder] ?? now.toISOString()]),
  );
  return { sessionId, openedAt };
}
