import type { Random } from './random.js';

/** One change of one file, as people get things wrong. */
export interface ApplicationMutant {
  readonly file: string;
  readonly text: string;
  /** What was done, for a person. */
  readonly what: string;
}

type Change = (text: string, random: Random) => { text: string; what: string } | null;

/** Replaces one match of a pattern, chosen by chance. */
function oneOf(pattern: RegExp, to: (found: string) => string): Change {
  return (text, random) => {
    const matches = [...text.matchAll(pattern)].filter(([found]) => to(found) !== found);
    if (matches.length === 0) return null;
    const match = random.pick(matches);
    const changed = to(match[0]);
    return {
      text: text.slice(0, match.index) + changed + text.slice(match.index + match[0].length),
      what: `${match[0].trim()} → ${changed.trim()}`,
    };
  };
}

const withoutLine = oneOf(/^[ \t]+\S.*\n/gm, () => '');
const number = oneOf(/\b\d+\b/g, (found) => String(Number(found) + 1));
const comparison = oneOf(/ (==|!=|>=|<=|and|or) /g, (found) => {
  const other: Record<string, string> = { '==': '!=', '!=': '==', '>=': '<', '<=': '>', and: 'or' };
  return ` ${other[found.trim()] ?? 'and'} `;
});
const word = oneOf(/(?<=[>' ])[A-Z][a-z]{3,}/g, (found) => `${found}x`);

const ofPages: readonly Change[] = [
  withoutLine,
  comparison,
  word,
  oneOf(/\{[a-z_.]+\}/g, (found) => `{no_${found.slice(1)}`),
  oneOf(/\b(SELECT|FROM|WHERE|ORDER BY)\b/g, (found) => found.slice(1)),
  oneOf(/<\/[a-z:]+>/g, () => ''),
  oneOf(/<(q|ui):[a-z]+/g, (found) => `${found}x`),
  oneOf(/ (name|value|method|url|service|component)="[^"]+"/g, (found) =>
    found.replace(/"$/, 'x"'),
  ),
];
const ofPython: readonly Change[] = [
  withoutLine,
  number,
  comparison,
  oneOf(/return .+/g, () => 'return None'),
  oneOf(/:\n/g, () => '\n'),
  oneOf(/'[^'\n]+'/g, (found) => `'x${found.slice(1)}`),
];
const ofSql: readonly Change[] = [
  withoutLine,
  number,
  oneOf(/'[^'\n]+'/g, (found) => `'x${found.slice(1)}`),
];

function changesOf(file: string): readonly Change[] {
  if (file.endsWith('.py')) return ofPython;
  if (file.endsWith('.q')) return ofPages;
  return file.endsWith('.sql') ? ofSql : [withoutLine, number, word];
}

/** How often each kind of file is changed, of a hundred times: as people work on an application. */
const weights = [
  { weight: 48, is: (file: string) => /^components\/(?!_)/.test(file) },
  { weight: 26, is: (file: string) => file.startsWith('components/_') },
  { weight: 12, is: (file: string) => file.endsWith('.py') },
  { weight: 8, is: (file: string) => /^migrations\/.*(?<!\.down)\.sql$/.test(file) },
  { weight: 6, is: (file: string) => file.endsWith('.yaml') },
];

/** A change of one of these files. */
export function applicationMutant(
  files: ReadonlyMap<string, string>,
  random: Random,
): ApplicationMutant {
  for (;;) {
    let left = random.below(100);
    const kind = weights.find(({ weight }) => (left -= weight) < 0);
    const file = random.pick([...files.keys()].filter((name) => kind?.is(name)));
    const text = files.get(file) ?? '';
    const changed = random.pick(changesOf(file))(text, random);
    if (changed !== null && changed.text !== text) return { file, ...changed };
  }
}
