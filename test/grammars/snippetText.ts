/** The text a snippet leaves behind when every stop is left at its default (VS Code's snippet syntax). */
export function expandSnippet(body: string): string {
  const defaults = new Map<string, string>();
  collect(body, defaults);
  return read(body, defaults);
}

const stop = /\$(\d+)|\$\{(\d+)/y;

/** The defaults of the numbered stops: the first one given counts, wherever the number is repeated. */
function collect(body: string, defaults: Map<string, string>): void {
  for (let at = 0; at < body.length; at += 1) {
    if (body[at] === '\\') {
      at += 1;
      continue;
    }
    const found = stopAt(body, at);
    if (found?.value === undefined) continue;
    if (!defaults.has(found.number)) defaults.set(found.number, found.value);
    collect(found.value, defaults);
  }
}

interface Stop {
  readonly number: string;
  /** Offset after the stop. */
  readonly end: number;
  /** Its default, as written; of a choice, the first. */
  readonly value?: string;
}

function stopAt(body: string, at: number): Stop | undefined {
  stop.lastIndex = at;
  const match = stop.exec(body);
  if (!match) return undefined;
  const [whole, plain, braced = ''] = match;
  if (plain !== undefined) return { number: plain, end: at + whole.length };
  const end = closing(body, at + whole.length);
  const inside = body.slice(at + whole.length, end);
  const value = inside.startsWith('|') ? inside.slice(1, -1).split(',')[0] : inside.slice(1);
  if (inside === '') return { number: braced, end: end + 1 };
  return { number: braced, end: end + 1, value: value ?? '' };
}

/** Where the `}` of a stop is, nested stops and escapes passed over. @throws Error when there is none. */
function closing(body: string, from: number): number {
  let depth = 0;
  for (let at = from; at < body.length; at += 1) {
    if (body[at] === '\\') at += 1;
    else if (body.startsWith('${', at)) depth += 1;
    else if (body[at] === '}' && depth-- === 0) return at;
  }
  throw new Error(`a stop without an end: ${body.slice(from - 4, from + 40)}`);
}

function read(body: string, defaults: ReadonlyMap<string, string>): string {
  let text = '';
  for (let at = 0; at < body.length;) {
    if (body[at] === '\\') {
      text += body[at + 1] ?? '';
      at += 2;
      continue;
    }
    const found = stopAt(body, at);
    if (found) text += read(defaults.get(found.number) ?? '', defaults);
    else text += body[at] ?? '';
    at = found?.end ?? at + 1;
  }
  return text;
}
