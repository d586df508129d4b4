/** Where in a configuration the cursor stands, read from lines and indentation so that half-typed text has a place too. */
export interface ConfigurationPlace {
  /** The names above the cursor, the key itself included when a value is being written. */
  readonly path: readonly string[];
  readonly kind: 'key' | 'value' | 'item';
  /** What is written of the word so far, and where it stands. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** A `${` before the cursor that is not closed yet, offset of its name. */
  readonly reference: number | undefined;
  /** The names that stand beside a key that is being written. */
  readonly siblings: readonly string[];
  /** Spaces before a key on this line. */
  readonly indent: number;
}

interface Line {
  readonly indent: number;
  readonly key: string | undefined;
  readonly isItem: boolean;
}

const keyForm = /^(?<indent> *)(?:- +)?(?<quote>["']?)(?<key>[\w.${}-]+)\k<quote>\s*:(?:\s|$)/u;

function lineOf(text: string): Line | undefined {
  const isBlank = text.trim() === '' || text.trimStart().startsWith('#');
  if (isBlank) return undefined;
  const indent = text.length - text.trimStart().length;
  const key = keyForm.exec(text)?.groups?.['key'];
  return { indent, key, isItem: /^ *-(?:\s|$)/u.test(text) };
}

/** The place of an offset; undefined inside a comment. */
export function placeAt(text: string, offset: number): ConfigurationPlace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = text.slice(lineStart, newline < 0 ? text.length : newline).replace(/\r$/u, '');
  const before = text.slice(lineStart, offset);
  if (
    /(?:^|\s)#/u.test(before.replaceAll(/"[^"]*"|'[^']*'/gu, (quoted) => '_'.repeat(quoted.length)))
  )
    return undefined;
  const lines = text.slice(0, lineStart).split('\n').slice(0, -1).map(lineOf);
  const after = text
    .slice(newline < 0 ? text.length : newline + 1)
    .split('\n')
    .map(lineOf);
  const braces = flowPlace(before, lineStart, lines);
  if (braces !== undefined)
    return {
      ...braces,
      ...reach(text, braces.start, offset),
      reference: referenceAt(before, lineStart),
    };
  return blockPlace({ line, before, lineStart, lines, after }, text, offset);
}

interface Surroundings {
  readonly line: string;
  readonly before: string;
  readonly lineStart: number;
  readonly lines: readonly (Line | undefined)[];
  readonly after: readonly (Line | undefined)[];
}

function blockPlace(
  { line, before, lineStart, lines, after }: Surroundings,
  text: string,
  offset: number,
): ConfigurationPlace {
  const indent = Math.min(line.length - line.trimStart().length, before.length);
  const above = parents(lines, indent);
  const reference = referenceAt(before, lineStart);
  const value = /^ *(?:["']?)(?<key>[\w.${}-]+)["']?\s*:(?<gap>\s+)(?<written>.*)$/u.exec(
    before,
  )?.groups;
  const shared = { reference, siblings: [], indent };
  if (value !== undefined) {
    const start = offset - (value['written'] ?? '').length;
    const path = [...above, value['key'] ?? ''];
    return { path, kind: 'value', ...shared, ...reach(text, start, offset) };
  }
  const item = /^ *- *(?<written>.*)$/u.exec(before)?.groups;
  if (item !== undefined) {
    const start = offset - (item['written'] ?? '').length;
    // A list may stand at its key's own indentation.
    const path = lines.findLast((one) => one !== undefined && !one.isItem)?.key;
    return {
      path: path === undefined ? above : [...parents(lines, indent + 1)],
      kind: 'item',
      ...shared,
      ...reach(text, start, offset),
    };
  }
  const start = lineStart + indent;
  const siblings = [...beside(lines.toReversed(), indent), ...beside(after, indent)];
  return { path: above, kind: 'key', ...shared, siblings, ...reach(text, start, offset) };
}

/** The keys whose blocks a line of this indentation is in, outermost first. */
function parents(lines: readonly (Line | undefined)[], indent: number): string[] {
  const path: string[] = [];
  let limit = indent;
  for (const line of lines.toReversed()) {
    if (line === undefined || line.indent >= limit || line.key === undefined) continue;
    path.unshift(line.key);
    limit = line.indent;
  }
  return path;
}

/** The keys of the same block, going away from the cursor. */
function beside(lines: readonly (Line | undefined)[], indent: number): string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (line === undefined) continue;
    if (line.indent < indent) break;
    if (line.indent === indent && line.key !== undefined) found.push(line.key);
  }
  return found;
}

/** `db: {driver: sq`: the place between braces that began on this line. */
function flowPlace(
  before: string,
  lineStart: number,
  lines: readonly (Line | undefined)[],
): Omit<ConfigurationPlace, 'typed' | 'end' | 'reference'> | undefined {
  const head = /^ *(?<key>[\w.-]+):\s+\{/u.exec(before);
  if (head === null) return undefined;
  const indent = before.length - before.trimStart().length;
  const path = [...parents(lines, indent), head.groups?.['key'] ?? ''];
  let siblings: string[] = [];
  const outer: string[][] = [];
  const piece =
    /(?<open>(?<!\$)\{)|(?<close>\})|\$\{[^}]*\}?|"[^"]*"?|'[^']*'?|(?<key>[\w.-]+)\s*:(?:\s|$)|,|[^,{}"'$\s]+|./gu;
  let key: string | undefined;
  let start = head[0].length;
  for (const match of before.slice(head[0].length).matchAll(piece)) {
    const end = head[0].length + match.index + match[0].length;
    const groups = match.groups ?? {};
    if (groups['key'] !== undefined) {
      key = groups['key'];
      siblings.push(key);
    } else if (groups['open'] !== undefined) {
      if (key !== undefined) path.push(key);
      outer.push(siblings);
      siblings = [];
      key = undefined;
    } else if (groups['close'] !== undefined) {
      path.pop();
      siblings = outer.pop() ?? [];
      key = undefined;
    } else if (match[0] === ',') key = undefined;
    else if (match[0].trim() !== '') continue;
    start = end;
  }
  if (path.length === 0) return undefined;
  const isValue = key !== undefined;
  const at = isValue ? [...path, key ?? ''] : path;
  return { path: at, kind: isValue ? 'value' : 'key', siblings, indent, start: lineStart + start };
}

/** The word from its start to its end, the part before the cursor as what is typed. */
function reach(
  text: string,
  start: number,
  offset: number,
): { typed: string; start: number; end: number } {
  const rest = /^[\w./-]*["']?/u.exec(text.slice(offset))?.[0] ?? '';
  return { typed: text.slice(start, offset), start, end: offset + rest.length };
}

function referenceAt(before: string, lineStart: number): number | undefined {
  const open = /(?<!\$)\$\{(?<name>\w*)$/u.exec(before);
  return open === null ? undefined : lineStart + open.index + 2;
}
