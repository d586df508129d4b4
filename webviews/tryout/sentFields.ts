import type { PreviewField } from '../../src/protocol/preview.js';
import type { TryOutParam } from '../../src/protocol/tryout.js';

/** A file that was chosen for a field. */
export interface ChosenFile {
  readonly name: string;
  readonly base64: string;
}

/** How a field is asked for, as the framework's own form does it. */
export type Control = 'check' | 'choice' | 'file' | 'input' | 'text';

const files: readonly string[] = ['file', 'binary', 'upload'];
const long: readonly string[] = ['text', 'json', 'array', 'object'];

export function controlOf({ type, options, rules }: TryOutParam): Control {
  if (files.includes(type)) return 'file';
  if (options.length > 0) return 'choice';
  if (type === 'boolean') return 'check';
  return long.includes(type) || Number(rules['maxlength'] ?? 0) > 200 ? 'text' : 'input';
}

/** What a browser sends of a form with these fields: no box that is not ticked, no file that was not chosen. */
export function sentFields(
  params: readonly TryOutParam[],
  values: Readonly<Record<string, string>>,
  chosen: ReadonlyMap<string, ChosenFile>,
): PreviewField[] {
  return params.flatMap((param): PreviewField[] => {
    const { name } = param;
    const value = values[name] ?? '';
    switch (controlOf(param)) {
      case 'file': {
        const file = chosen.get(name);
        return file ? [{ name, value: file }] : [];
      }
      case 'check':
        return value === '' ? [] : [{ name, value }];
      case 'choice':
      case 'input':
        return [{ name, value }];
      case 'text':
        // Forms end lines as the wire does.
        return [{ name, value: value.replaceAll(/\r\n|\r|\n/g, '\r\n') }];
    }
  });
}

/** The address with its parts filled in; null while one is missing. */
export function addressOf(
  path: string,
  parts: Readonly<Record<string, string>>,
  query: string,
): string | null {
  const holes = /\[(\.\.\.)?([^\]]+)\]/g;
  const names = [...path.matchAll(holes)].map(([, , name = '']) => name);
  if (names.some((name) => (parts[name] ?? '') === '')) return null;
  const filled = path.replaceAll(holes, (_, rest: string | undefined, name: string) => {
    const value = parts[name] ?? '';
    return rest === undefined
      ? encodeURIComponent(value)
      : value.split('/').map(encodeURIComponent).join('/');
  });
  const asked = query.replace(/^\?/, '');
  return asked === '' ? filled : `${filled}?${asked}`;
}

/** The parts and the query of an address, to fill a form with it again. */
export function partsOf(
  path: string,
  url: string,
): { parts: Record<string, string>; query: string } {
  const [address, query] = splitOnce(url, '?');
  const wanted = path.split('/');
  const given = address.split('/');
  const parts: Record<string, string> = {};
  wanted.forEach((segment, at) => {
    const found = /^\[(\.\.\.)?([^\]]+)\]$/.exec(segment);
    if (found === null) return;
    const [, rest, name = ''] = found;
    const own = rest === undefined ? given.slice(at, at + 1) : given.slice(at);
    parts[name] = own.map(decoded).join('/');
  });
  return { parts, query };
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
