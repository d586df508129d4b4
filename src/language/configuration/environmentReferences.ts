/** The process environment, as far as it is known. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One `${NAME}`, `${NAME:-default}` or `${NAME:default}` in a value. */
export interface EnvironmentReference {
  readonly name: string;
  readonly default: string | undefined;
  readonly start: number;
  readonly end: number;
}

const form = /\$\$|\$\{(?<name>[A-Za-z_]\w*)(?::-?(?<fallback>[^}]*))?\}/gu;
const meant = /\$\$|\$\{[^}\n]*\}?/gu;

/** The references in a piece of text, offsets from `base`. */
export function findReferences(text: string, base = 0): EnvironmentReference[] {
  const found: EnvironmentReference[] = [];
  for (const match of text.matchAll(form)) {
    const name = match.groups?.['name'];
    if (name === undefined) continue;
    const start = base + match.index;
    found.push({ name, default: match.groups?.['fallback'], start, end: start + match[0].length });
  }
  return found;
}

/** What looks like a reference and is left as it is, such as `${DB-HOST}`, offsets from `base`. */
export function findMalformedReferences(
  text: string,
  base = 0,
): { readonly text: string; readonly start: number; readonly end: number }[] {
  const real = findReferences(text, base);
  return [...text.matchAll(meant)]
    .filter((match) => match[0] !== '$$')
    .map((match) => ({
      text: match[0],
      start: base + match.index,
      end: base + match.index + match[0].length,
    }))
    .filter(({ start }) => !real.some((reference) => reference.start === start));
}

/** The value with its references replaced as the framework does; undefined when one is not set and has no default. */
export function expandReferences(text: string, environment: Environment): string | undefined {
  const isUnset = findReferences(text).some(
    (reference) => (environment[reference.name] ?? reference.default) === undefined,
  );
  if (isUnset) return undefined;
  return text.replace(form, (whole, name?: string, fallback?: string) => {
    if (name === undefined) return whole === '$$' ? '$' : whole;
    return environment[name] ?? fallback ?? '';
  });
}
