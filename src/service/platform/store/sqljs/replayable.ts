/** Texts, quoted names and comments: what they contain is no call. */
const opaque = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\//g;
const clock = /\bcurrent_(?:timestamp|date|time)\b/i;
const call =
  /\b(?:random|randomblob|date|time|datetime|julianday|strftime|unixepoch|timediff|last_insert_rowid|changes|total_changes)\s*\(/i;
const partial = /\bor\s+(?:fail|rollback)\b/i;
const control =
  /^\s*(?:begin|commit|end|rollback|savepoint|release|attach|detach|vacuum|reindex)\b/i;

/**
 * Refuses a statement that a replay could answer differently (clocks, chance, state of the
 * connection), that leaves half its work behind when it fails, or that meddles with the transaction.
 * @throws Error naming the statement.
 */
export function assertReplayable(sql: string): void {
  const bare = sql.replace(opaque, "''");
  const found = clock.exec(bare) ?? call.exec(bare) ?? partial.exec(bare) ?? control.exec(bare);
  if (!found) return;
  throw new Error(
    `"${found[0].trim()}" cannot be journaled: bind the value instead. Statement: ${sql}`,
  );
}

/** Whether a statement only reads, so that the journal can do without it. */
export function isRead(sql: string): boolean {
  return /^\s*(?:select|explain|pragma)\b/i.test(sql);
}
