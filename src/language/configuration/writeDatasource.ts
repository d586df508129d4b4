import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, parseDocument, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { findReferences } from './environmentReferences.js';
import { datasourceText, flowText, readValue, valueText } from './datasourceText.js';

/** What a datasource's entry says. Values as they are; `password` is a reference: `${VAR}`. */
export interface DatasourceEntry {
  readonly driver: string;
  readonly database: string;
  readonly host?: string;
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
}

/** The file cannot be edited without touching more than the entry. */
export class ConfigurationNotEditableError extends Error {
  override readonly name = 'ConfigurationNotEditableError';
}

/** One stretch of the text that becomes another. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a `quantum.config.yaml` with `entry` as the datasource `name`: written behind the last one, or
 * brought up to date where it stands. Every other byte stays, comments and order included. Of an entry that is
 * there, keys that are not ours stay too.
 * @throws ConfigurationNotEditableError with a sentence, when the file is broken or shares the entry by anchors
 */
export function writeDatasource(text: string, name: string, entry: DatasourceEntry): string {
  const before = read(text);
  const splices = splicesFor(text, before.contents, name, entry);
  const written = splices
    .sort((a, b) => b.start - a.start)
    .reduce(
      (whole, { start, end, text: part }) => whole.slice(0, start) + part + whole.slice(end),
      text,
    );
  requireOnlyThat(text, written, name, entry);
  return written;
}

function read(text: string) {
  const options = { version: '1.1', merge: true, logLevel: 'error', prettyErrors: false } as const;
  // As in parseConfiguration: behind a byte order mark the library misreads the first line.
  const document = parseDocument(text.startsWith('\ufeff') ? `\n${text.slice(1)}` : text, options);
  const [error] = document.errors;
  if (error) {
    throw new ConfigurationNotEditableError(`quantum.config.yaml has a mistake: ${error.message}.`);
  }
  return document;
}

function splicesFor(
  text: string,
  contents: unknown,
  name: string,
  entry: DatasourceEntry,
): Splice[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return [atEnd(text, section(name, entry, eol), eol)];
  }
  const root = requireBlock(contents, 'The file');
  const pair = find(root, 'datasources');
  if (!pair) return [behind(text, root, indented(section(name, entry, eol), '', eol), eol)];
  const value = pair.value;
  if (!isMap(value)) {
    if (value !== null && !(isScalar(value) && value.value === null)) throw notAMapping();
    return [emptySection(text, pair, name, entry, eol)];
  }
  const datasources: YAMLMap = value;
  const known = find(datasources, name);
  if (!known) {
    if (datasources.flow) return [inFlow(datasources, `${valueText(name)}: ${flowText(entry)}`)];
    const indent = columnOf(text, datasources);
    return [
      behind(text, datasources, indented(datasourceText(name, entry, eol), indent, eol), eol),
    ];
  }
  return updates(text, known, entry, eol);
}

/** What brings an entry that is there up to date. */
function updates(text: string, known: Pair, entry: DatasourceEntry, eol: string): Splice[] {
  if (!isMap(known.value)) throw notAMapping();
  const mapping: YAMLMap = known.value;
  const missing: Field[] = [];
  const splices: Splice[] = [];
  for (const [key, value] of fieldsOf(entry)) {
    const pair = find(mapping, key);
    if (!pair) missing.push([key, value]);
    else if (!(isScalar(pair.value) && staysAs(text, pair.value.value, [key, value], entry))) {
      splices.push(replacement(text, pair, value));
    }
  }
  if (missing.length === 0) return splices;
  const lines = missing.map(([key, value]) => `${key}: ${valueText(value)}`);
  if (mapping.flow) return [...splices, inFlow(mapping, lines.join(', '))];
  const indent = columnOf(text, mapping);
  return [...splices, behind(text, mapping, indented(lines.join(eol) + eol, indent, eol), eol)];
}

type Field = readonly [key: string, value: string | number];
const fieldsOf = (entry: DatasourceEntry): Field[] => Object.entries(entry) as Field[];
const asRead = (value: string | number): string | number =>
  typeof value === 'number' ? value : readValue(value);

/**
 * Whether what stands there may stay: it says the same, or it is a variable of this one place, which whoever
 * starts the server sets. MySQL's driver takes no port that is text, and a driver is never a variable.
 */
function staysAs(
  text: string,
  found: unknown,
  [key, value]: Field,
  entry: DatasourceEntry,
): boolean {
  if (found === asRead(value)) return true;
  if (key === 'driver' || (key === 'port' && entry.driver !== 'postgresql')) return false;
  const variable = typeof found === 'string' ? variableOf(found) : undefined;
  if (variable === undefined) return false;
  return findReferences(text).filter(({ name }) => name === variable).length === 1;
}

/** The variable that a value is as a whole: `${DB_HOST:-localhost}`. */
export function variableOf(value: string): string | undefined {
  const [only, ...more] = findReferences(value);
  const isWhole = only?.start === 0 && only.end === value.length && more.length === 0;
  return isWhole ? only.name : undefined;
}

function replacement(text: string, pair: Pair, value: string | number): Splice {
  const node = pair.value;
  const written = valueText(value);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    if (end > start) return { start, end: trimmed(text, start, end), text: written };
  } else if (node !== null) throw notAMapping();
  const end = endOfKey(text, pair);
  return { start: end, end, text: ` ${written}` };
}

/** A block scalar's range takes the line break behind it along; that stays. */
function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

const section = (name: string, entry: DatasourceEntry, eol: string): string =>
  `datasources:${eol}${indented(datasourceText(name, entry, eol), '  ', eol)}`;

function indented(block: string, indent: string, eol: string): string {
  return block
    .split(eol)
    .map((line) => (line === '' ? '' : indent + line))
    .join(eol);
}

/** Behind everything there is, before the mark that ends a document. */
function atEnd(text: string, block: string, eol: string): Splice {
  const end = /^\.\.\.\s*$/m.exec(text)?.index ?? text.length;
  const needsBreak = end > 0 && !/(^\ufeff?|\n)$/.test(text.slice(0, end));
  return { start: end, end, text: (needsBreak ? eol : '') + block };
}

/** On the line behind the last line of a block's content; what stands below stays below. */
function behind(text: string, mapping: YAMLMap, block: string, eol: string): Splice {
  const [start, valueEnd] = mapping.range ?? [0, 0];
  const content = trimmed(text, start, valueEnd);
  const lineEnd = text.indexOf('\n', content);
  if (lineEnd < 0) return { start: text.length, end: text.length, text: eol + block };
  return { start: lineEnd + 1, end: lineEnd + 1, text: block };
}

/** `datasources:` with nothing, or `null`, behind it. */
function emptySection(
  text: string,
  pair: Pair,
  name: string,
  entry: DatasourceEntry,
  eol: string,
): Splice {
  const block = indented(datasourceText(name, entry, eol), '  ', eol).replace(/\r?\n$/, '');
  const { value } = pair;
  if (isScalar(value) && value.range && value.range[1] > value.range[0]) {
    return { start: value.range[0], end: value.range[1], text: eol + block };
  }
  const key = endOfKey(text, pair);
  const line = text.indexOf('\n', key);
  const end = line < 0 ? text.length : line > 0 && text[line - 1] === '\r' ? line - 1 : line;
  return { start: end, end, text: eol + block };
}

function inFlow(mapping: YAMLMap, item: string): Splice {
  const last = mapping.items.at(-1);
  const close = (mapping.range?.[1] ?? 0) - 1;
  if (!last) return { start: close, end: close, text: item };
  const node = (last.value ?? last.key) as Scalar;
  const end = node.range?.[1] ?? close;
  return { start: end, end, text: `, ${item}` };
}

function endOfKey(text: string, pair: Pair): number {
  const key = pair.key as Scalar;
  return text.indexOf(':', key.range?.[1] ?? 0) + 1;
}

function columnOf(text: string, mapping: YAMLMap): string {
  const at = (mapping.items[0]?.key as Scalar | undefined)?.range?.[0] ?? mapping.range?.[0] ?? 0;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(line, at).replace('\ufeff', '');
  if (before.trim() !== '') throw notAMapping();
  return before;
}

function find(mapping: YAMLMap, name: string): Pair | undefined {
  return mapping.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

function requireBlock(contents: unknown, what: string): YAMLMap {
  if (isMap(contents) && !contents.flow) return contents;
  throw new ConfigurationNotEditableError(`${what} is not written as sections, one key on a line.`);
}

const notAMapping = (): ConfigurationNotEditableError =>
  new ConfigurationNotEditableError(
    'The datasources of quantum.config.yaml are written in a way that cannot be edited safely.',
  );

/** The last word: read again, everything but the entry is what it was, and the entry says what it should. */
function requireOnlyThat(
  text: string,
  written: string,
  name: string,
  entry: DatasourceEntry,
): void {
  const was = split(read(text).toJS(), name);
  const is = split(read(written).toJS(), name);
  const wanted: Record<string, unknown> = { ...was.entry };
  for (const [key, value] of fieldsOf(entry)) {
    if (!staysAs(text, wanted[key], [key, value], entry)) wanted[key] = asRead(value);
  }
  if (isDeepStrictEqual(was.rest, is.rest) && isDeepStrictEqual(is.entry, wanted)) return;
  throw notAMapping();
}

function split(content: unknown, name: string): { entry: Record<string, unknown>; rest: unknown } {
  const { datasources, ...rest } = asMapping(content);
  const { [name]: entry, ...others } = asMapping(datasources);
  return { entry: asMapping(entry), rest: { ...rest, others } };
}

const asMapping = (value: unknown): Record<string, unknown> => ({ ...(value as object | null) });
