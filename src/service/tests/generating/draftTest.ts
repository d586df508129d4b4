import type { Observed } from '../../../framework/bridgeMessages.js';

/** What a test is made from: the page as it stands, and as it is with each thing broken. */
export interface Seen {
  readonly address: string;
  readonly role: string | null;
  /** What was sent to the action; null: the page is only looked at. */
  readonly form: Readonly<Record<string, string>> | null;
  /** Rows of each table before. */
  readonly before: Readonly<Record<string, number>>;
  readonly whole: Observed;
  readonly broken: readonly Observed[];
}

export interface DraftedTest {
  readonly text: string;
  /** By the place of the broken page: whether anything can be seen of it. */
  readonly tells: readonly boolean[];
}

type Expectation = Readonly<Record<string, string>>;

const longestText = 80;
const mostWords = 8;
/** Texts that are others tomorrow. */
const passing = /\b(?:19|20)\d\d\b|\d{1,2}:\d\d/;

/** A test that expects what the page shows and does, as far as the broken pages show and do something else. */
export function draftTest(name: string, seen: Seen): DraftedTest {
  const { whole, broken, form } = seen;
  const tells = broken.map((one) => !looksAlike(whole, one));
  const expected: Expectation[] =
    form === null ? [{ status: String(whole.status) }] : outcome(seen);
  for (const text of textsThatTell(
    whole,
    broken.filter((_, at) => tells[at] === true),
    expected,
  ))
    expected.push({ text });
  const { role, address } = seen;
  const steps = [
    ...(role === null
      ? []
      : [element('as', { user: 'Tester', ...(role === '' ? {} : { role }), id: '1' })]),
    element('visit', {}),
    ...(form === null ? [] : [element('submit', form)]),
    ...expected.map((one) => element('expect', one)),
  ];
  const head = `<q:test name="${escaped(name)}" page="${escaped(address)}">`;
  return { text: [head, ...steps.map((step) => `  ${step}`), '</q:test>', ''].join('\n'), tells };
}

/** What an action leads to: where it goes on, what it says, and the rows it wrote. */
function outcome({ whole, before, form }: Seen): Expectation[] {
  const { location, status, flash, errors, tables } = whole;
  const rows = Object.entries(tables).filter(([table, count]) => count !== (before[table] ?? 0));
  return [
    location === null ? { status: String(status) } : { redirect: location },
    ...(flash === null ? [] : [{ flash }]),
    ...Object.keys(errors).map((error) => ({ error })),
    ...(form === null ? [] : rows.map(([table, count]) => ({ table, count: String(count) }))),
  ];
}

/** The fewest texts by which the page is told from each of the broken ones, those that stand higher first. */
function textsThatTell(
  whole: Observed,
  broken: readonly Observed[],
  expected: readonly Expectation[],
): string[] {
  let left = broken.filter((one) => expected.every((expectation) => holds(expectation, one)));
  // Words that stand elsewhere as well tell by those beside them.
  const candidates = [
    ...whole.runs,
    ...left.flatMap((one) => wordsWhereTheyPart(whole, one)),
  ].filter(
    (text) =>
      text.length <= longestText &&
      /\p{L}{2}/u.test(text) &&
      !passing.test(text) &&
      !/[{}]/.test(text) &&
      whole.text.includes(text),
  );
  const chosen: string[] = [];
  while (left.length > 0) {
    const missing = (text: string): number => left.filter((one) => !one.text.includes(text)).length;
    const [best] = [...candidates].sort((one, other) => missing(other) - missing(one));
    if (best === undefined || missing(best) === 0) break;
    chosen.push(best);
    left = left.filter((one) => one.text.includes(best));
  }
  return chosen;
}

/** The words around the first place where two pages differ, as few as tell them apart. */
function wordsWhereTheyPart(whole: Observed, other: Observed): string[] {
  const [words, others] = [whole.text.split(' '), other.text.split(' ')];
  const at = words.findIndex((word, index) => word !== others[index]);
  if (at < 0) return [];
  const first = Math.max(0, at - 1);
  const [told] = Array.from({ length: mostWords }, (_, count) =>
    words.slice(first, at + 1 + count).join(' '),
  ).filter((text) => !other.text.includes(text));
  return told === undefined ? [] : [told];
}

function holds(expected: Expectation, seen: Observed): boolean {
  if (seen.failure !== null) return false;
  const { status, redirect, flash, error, table, count } = expected;
  if (status !== undefined) return String(seen.status) === status;
  if (redirect !== undefined) return seen.location === redirect;
  if (flash !== undefined) return seen.flash === flash;
  if (error !== undefined) return error in seen.errors;
  return table !== undefined && String(seen.tables[table] ?? 0) === count;
}

function looksAlike(one: Observed, other: Observed): boolean {
  return told(one) === told(other);
}

function told({ status, location, text, flash, errors, tables, failure }: Observed): string {
  return JSON.stringify([status, location, text, flash, errors, tables, failure]);
}

function element(kind: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<test:${kind}${written.join('')} />`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"\n]/g, (one) => entities[one] ?? one);
}
