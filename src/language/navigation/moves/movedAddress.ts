import { decodedAddress } from '../../project/links.js';
import { isServed, segmentsOf, type Segment } from '../../project/routes.js';

/**
 * The address that asks for the page at `to` as `written` asks for the one at `from`, both below the
 * components folder: values of `[id]` stay, and so do `.q`, `/index` and a last slash. Null where `written`
 * does not lead to `from` or does not tell what `to` needs to know, and where nobody can ask for `to`.
 */
export function movedAddress(written: string, from: string, to: string): string | null {
  const address = readAddress(written, from);
  const old = routeOf(from);
  const values = address && valuesIn(address.parts, old);
  if (!values || !isServed(to) || !takesTheSame(old, routeOf(to))) return null;
  const rest = [...values];
  const parts = routeOf(to).map((segment) =>
    segment.kind === 'literal' ? encoded(segment.text) : (rest.shift() ?? ''),
  );
  return writeAddress(parts, address, to);
}

/** The part of a static file's address behind `/static/`. */
export function staticAddress(below: string): string {
  return `/static/${below.split('/').map(encoded).join('/')}`;
}

interface Address {
  readonly parts: readonly string[];
  /** What stands for `index` behind them where it is written: `index`, or the last slash of a folder. */
  readonly index: readonly string[];
  readonly suffix: string;
}

function readAddress(written: string, from: string): Address | null {
  if (!written.startsWith('/')) return null;
  if (written === '/') return { parts: [], index: [], suffix: '' };
  const suffix = written.endsWith('.q') ? '.q' : '';
  const parts = partsOf(written.slice(1, written.length - suffix.length));
  const last = parts.at(-1);
  const isWritten = isIndex(from) && (last === 'index' || last === '');
  return isWritten
    ? { parts: parts.slice(0, -1), index: [last], suffix }
    : { parts, index: [], suffix };
}

function writeAddress(parts: readonly string[], { index, suffix }: Address, to: string): string {
  const behind = isIndex(to) ? index : [];
  // `/index.q` asks for the first page; `/.q` for none.
  const named = suffix !== '' && parts.length + behind.length === 0 ? ['index'] : behind;
  return `/${[...parts, ...named].join('/')}${suffix}`;
}

function isIndex(file: string): boolean {
  return /(?:^|\/)index\.q$/.test(file);
}

function routeOf(file: string): readonly Segment[] {
  return file === 'index.q' ? [] : segmentsOf(file);
}

function takesTheSame(a: readonly Segment[], b: readonly Segment[]): boolean {
  const kinds = (route: readonly Segment[]): string =>
    route.map(({ kind }) => (kind === 'literal' ? '' : kind)).join('');
  return kinds(a) === kinds(b);
}

/** What an address has for the brackets of a route; null where it is none of its addresses. */
function valuesIn(parts: readonly string[], route: readonly Segment[]): string[] | null {
  const values: string[] = [];
  const spare = parts.length - route.length;
  let at = 0;
  for (const segment of route) {
    const count = segment.kind === 'rest' ? spare + 1 : 1;
    const taken = parts.slice(at, at + count);
    if (taken.length < 1) return null;
    if (segment.kind !== 'literal') values.push(taken.join('/'));
    else if (decodedAddress(taken.join('/')) !== segment.text) return null;
    at += count;
  }
  return at === parts.length ? values : null;
}

/** The parts between slashes; a slash within braces divides no address. */
function partsOf(address: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of address) {
    if (letter === '{') depth += 1;
    else if (letter === '}') depth = Math.max(0, depth - 1);
    if (letter === '/' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return parts;
}

/** As a part of an address in an attribute, in whichever quotes. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}
