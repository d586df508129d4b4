import type { Span } from '../../expression/ast.js';

const parameter = /:([a-zA-Z_][\p{L}\p{N}_]*)/uy;

/** The names of the parameters in an SQL text. */
export function namedParameters(sql: string): Set<string> {
  return new Set(parameterSpans(sql).map(({ start, end }) => sql.slice(start, end)));
}

/** The `:name`s of an SQL text that the framework binds, without their colons: not those in quotes, comments and casts. */
export function parameterSpans(sql: string): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < sql.length;) {
    const character = sql[at];
    if (character === "'" || character === '"') at = afterQuote(sql, at, character);
    else if (sql.startsWith('--', at)) at = after(sql, '\n', at);
    else if (sql.startsWith('/*', at)) at = after(sql, '*/', at);
    else if (sql.startsWith('::', at)) at += 2;
    else {
      parameter.lastIndex = at;
      const name = character === ':' ? parameter.exec(sql)?.[1] : undefined;
      if (name !== undefined) found.push({ start: at + 1, end: at + 1 + name.length });
      at += 1 + (name?.length ?? 0);
    }
  }
  return found;
}

function afterQuote(sql: string, start: number, quote: string): number {
  for (let at = start + 1; at < sql.length; at += 1) {
    if (sql[at] !== quote) continue;
    if (sql[at + 1] !== quote) return at + 1;
    at += 1;
  }
  return sql.length;
}

function after(sql: string, end: string, from: number): number {
  const at = sql.indexOf(end, from);
  return at < 0 ? sql.length : at + end.length;
}
