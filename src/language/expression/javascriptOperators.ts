/**
 * The framework rewrites `!`, `&&` and `||` in the text before Python reads it, and looks for quotes in a
 * simpler way than Python does. Where the two disagree (`'\\' && a`), its way decides, so it is followed here.
 */
export interface QuoteTrail {
  at: number;
  /** The quote that is open before `at`, 0 for none. */
  quote: number;
}

/** Whether the framework sees the character at `to` outside quotes; each call goes on from the one before. */
export function isOutsideQuotes(
  text: string,
  start: number,
  to: number,
  trail: QuoteTrail,
): boolean {
  for (let at = trail.at; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 34 && code !== 39) continue;
    if (trail.quote === 0) trail.quote = code;
    else if (code === trail.quote && (at === start || text.charCodeAt(at - 1) !== 92))
      trail.quote = 0;
  }
  trail.at = Math.max(trail.at, to);
  return trail.quote === 0;
}
