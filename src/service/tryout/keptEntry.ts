import type { TryOutAnswer, TryOutEntry, TryOutRequest } from '../../protocol/tryout.js';

const hidden = '•••';

/** What the history keeps of a request and its answer: no secret, no file, no parameter of SQL, no value of a function. */
export function keptEntry(
  request: TryOutRequest,
  { steps, fieldErrors, call }: Pick<TryOutAnswer, 'steps' | 'fieldErrors' | 'call'>,
  secrets: ReadonlySet<string>,
): Omit<TryOutEntry, 'id' | 'at'> {
  const { filePath, url, action, target, session = null, fields } = request;
  const name = request.function ?? null;
  const kept = {
    ...{ filePath, url, action, target, session, function: name },
    failed: name !== null && (call === null || call.error !== null),
    fields: fields.map(({ name, value }) => ({
      name,
      value: typeof value === 'string' && !secrets.has(name) ? value : null,
      file: typeof value === 'string' ? null : value.name,
    })),
    steps: steps.map((step) => ({
      ...step,
      queries: step.queries.map((query) => ({ ...query, params: {} })),
    })),
    fieldErrors,
  };
  const words = fields.flatMap(({ name, value }) =>
    typeof value === 'string' && value !== '' && secrets.has(name) ? [spellings(value)] : [],
  );
  return words.length === 0 ? kept : without(kept, words);
}

/** A secret as it may stand in an address, a header or a message: each character as it is or encoded. */
function spellings(secret: string): RegExp {
  const characters = Array.from(secret, (character) => {
    const encoded = [...Buffer.from(character)].map(
      (byte) => `%${byte.toString(16).padStart(2, '0')}`,
    );
    const inQuery = character === ' ' ? [String.raw`\+`] : [];
    const inMarkup = entities[character] ?? [];
    // The longest first: of an encoded “%” or “&” nothing is to stay.
    return `(?:${[encoded.join(''), ...inMarkup, literal(character), ...inQuery].join('|')})`;
  });
  return new RegExp(characters.join(''), 'giu');
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;', '&#34;'],
  "'": ['&#39;', '&#x27;'],
};

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`);
}

/** The value with the words taken out of every text in it; names of properties stay. */
function without<T>(value: T, words: readonly RegExp[]): T {
  const text = (one: string): string => words.reduce((all, word) => all.replace(word, hidden), one);
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return text(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, held]) => [key, walk(held)]));
  };
  return walk(value) as T;
}
