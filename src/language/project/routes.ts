/** A page, as the segments of the addresses it answers. */
interface Route {
  readonly path: string;
  readonly segments: readonly Segment[];
}

/** A part of the addresses a page answers. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'one' | 'rest'; readonly name: string };

/** Which page below the components folder answers a request, by the framework's rules. */
export class Routes {
  private readonly dynamic: readonly Route[];

  /** `files`: paths below the components folder, with `.q`. */
  constructor(private readonly files: ReadonlySet<string>) {
    this.dynamic = [...files]
      .filter((path) => path.includes('[') && isServed(path))
      .sort()
      .map((path) => ({ path, segments: segmentsOf(path) }))
      .sort((a, b) => literals(b) - literals(a));
  }

  /** The file that answers an address such as `/a/b`; null when none does. */
  fileOf(address: string): string | null {
    const asked = address.replace(/^\//, '').replace(/\.q$/, '') || 'index';
    if (!isServed(`${asked}.q`) || asked.split('/').includes('..')) return null;
    if (this.files.has(`${asked}.q`)) return `${asked}.q`;
    const index = `${asked.replace(/\/$/, '')}/index.q`;
    if (this.files.has(index)) return index;
    const parts = asked.split('/');
    return this.dynamic.find(({ segments }) => answers(segments, parts))?.path ?? null;
  }

  /** Whether a page may answer an address whose `{…}` stand for any text: false only when none can. */
  mayAnswer(address: string): boolean {
    if (!address.includes('{')) return this.fileOf(address) !== null;
    const parts = address.replace(/^\//, '').replace(/\/$/, '').split('/');
    if (this.dynamic.some(({ segments }) => mayAnswer(segments, parts))) return true;
    for (const file of this.files)
      if (isServed(file) && mayAnswer(segmentsOf(file), parts)) return true;
    return false;
  }
}

/** The names that the brackets in a path give to parts of the address: `id` of `orders/[id].q`. */
export function routeParameters(file: string): string[] {
  return segmentsOf(file).flatMap((segment) => (segment.kind === 'literal' ? [] : [segment.name]));
}

/** Whether a file below the components folder is a page: not for parts with `_` first, nor tests. */
export function isServed(file: string): boolean {
  return !file.endsWith('.test.q') && !file.startsWith('_') && !file.includes('/_');
}

function literals({ segments }: Route): number {
  return segments.filter(({ kind }) => kind === 'literal').length;
}

/** The parts of the addresses that a file below the components folder answers; one empty part for `/`. */
export function segmentsOf(file: string): Segment[] {
  const address = file.replace(/\.q$/, '').replace(/(?:^|\/)index$/, '');
  return address.split('/').map((part) => {
    const match = /^\[(\.\.\.)?(\w+)\]$/.exec(part);
    const name = match?.[2];
    if (name === undefined) return { kind: 'literal', text: part };
    return { kind: match?.[1] === undefined ? 'one' : 'rest', name };
  });
}

function answers(segments: readonly Segment[], parts: readonly string[]): boolean {
  const [segment, ...rest] = segments;
  const [part, ...others] = parts;
  if (!segment || part === undefined) return !segment && part === undefined;
  if (segment.kind === 'literal') return segment.text === part && answers(rest, others);
  if (segment.kind === 'one') return part !== '' && answers(rest, others);
  return anyTail(parts, (tail) => answers(rest, tail));
}

function mayAnswer(segments: readonly Segment[], parts: readonly string[]): boolean {
  const [segment, ...rest] = segments;
  const [part, ...others] = parts;
  if (!segment || part === undefined) return !segment && part === undefined;
  if (segment.kind === 'rest') return anyTail(parts, (tail) => mayAnswer(rest, tail));
  // A whole `{…}` may bring slashes of its own.
  if (/^\{[^}]*\}$/.test(part)) return anyTail(segments, (tail) => mayAnswer(tail, others));
  if (segment.kind === 'literal' && !fitsText(part, segment.text)) return false;
  return mayAnswer(rest, others);
}

function anyTail<T>(list: readonly T[], fits: (tail: readonly T[]) => boolean): boolean {
  return list.some((_, at) => fits(list.slice(at + 1)));
}

/** Whether a part with `{…}` in it may become `text`. */
function fitsText(part: string, text: string): boolean {
  if (!part.includes('{')) return part === text;
  const pattern = part
    .split(/\{[^}]*\}?/)
    .map((piece) => piece.replaceAll(/[.*+?^$()|[\]\\{}]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(text);
}
