import assert from 'node:assert/strict';
import { offerOf } from '../../../src/language/refactoring/refactorings.js';
import type { Changes, Offer } from '../../../src/language/refactoring/refactoring.js';
import { drawPages, type DrawnPage, type Visit } from '../../support/pageRenderer.js';
import { EditedProject } from '../navigation/editedProject.js';

/** A page to write otherwise, what is marked in it between `«` and `»`, and the project around. */
export interface Case {
  /** The page: `components/page.q` unless `path` says otherwise; its `q:component` may be left out. */
  readonly page: string;
  readonly path?: string;
  /** Other files by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  readonly visits?: readonly Visit[];
}

const wrapped = (text: string): string =>
  text.includes('<q:component') ? text : `<q:component name="Page">\n${text}\n</q:component>\n`;

/** The files of a case without its marks, and where these were. */
export function unmarked({ page, path = 'components/page.q', files = {} }: Case): {
  readonly files: Record<string, string>;
  readonly path: string;
  readonly start: number;
  readonly end: number;
} {
  const text = wrapped(page);
  const start = text.indexOf('«');
  const end = text.indexOf('»', start) - 1;
  assert.ok(start >= 0, `nothing is marked in ${page}`);
  const plain = text.replace('«', '').replace('»', '');
  return { files: { ...files, [path]: plain }, path, start, end: end < start ? start : end };
}

/** What a refactoring offers for a case. */
export async function offerFor(kind: string, one: Case): Promise<Offer | null> {
  const { files, path, start, end } = unmarked(one);
  const project = new EditedProject(new Map(Object.entries(files)));
  return offerOf(kind, { context: project.context(path)!, start, end, read: project.read });
}

/** The files of a case after the refactoring. @throws when it is not offered */
export async function refactored(kind: string, one: Case): Promise<Record<string, string>> {
  const offer = await offerFor(kind, one);
  assert.ok(offer, `${kind} is not offered for ${one.page}`);
  assert.ok(offer.changes, `${kind} is refused: ${offer.refusal}`);
  const { files, path } = unmarked(one);
  return withChanges(files, path, await offer.changes());
}

/** The page of a case after the refactoring, without the `q:component` the case left out. */
export async function refactoredPage(kind: string, one: Case): Promise<string> {
  const { path = 'components/page.q', page } = one;
  const text = (await refactored(kind, one))[path] ?? '';
  if (page.includes('<q:component')) return text;
  return text.slice('<q:component name="Page">\n'.length, -'\n</q:component>\n'.length);
}

/** Files with what a refactoring changes in the one at `path`, and in others. */
export function withChanges(
  files: Readonly<Record<string, string>>,
  path: string,
  { edits, others = [], creates, deletes }: Changes,
): Record<string, string> {
  const made: Record<string, string> = { ...files, [path]: withEdits(files[path] ?? '', edits) };
  for (const { context, edits: own } of others) {
    const other = context.path ?? '';
    made[other] = withEdits(files[other] ?? '', own);
  }
  if (creates) made[creates.path] = creates.text;
  return Object.fromEntries(Object.entries(made).filter(([file]) => file !== deletes));
}

function withEdits(before: string, edits: Changes['edits']): string {
  let text = before;
  const ordered = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  for (const [at, edit] of ordered.entries()) {
    assert.ok(edit.end <= (ordered[at - 1]?.start ?? text.length), 'edits overlap');
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text;
}

/** Files before and after a refactoring, and what is visited. */
export interface Pair {
  readonly what: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly base?: string;
  readonly visits: readonly Visit[];
}

/** The pair of a case. */
export async function pairOf(kind: string, one: Case): Promise<Pair> {
  return {
    what: one.page,
    before: unmarked(one).files,
    after: await refactored(kind, one),
    visits: one.visits ?? [{ path: '/page' }],
  };
}

/** Draws both sides of each pair with the framework: no page may be another one. `seen`: what counts. */
export async function assertSamePages(
  pairs: readonly Pair[],
  seen: (html: string) => string = (html) => html,
): Promise<void> {
  const project = ({ base, visits }: Pair, files: Pair['before']) => ({
    files,
    visits,
    ...(base === undefined ? {} : { base }),
  });
  const drawn = await drawPages(
    pairs.flatMap((pair) => [project(pair, pair.before), project(pair, pair.after)]),
  );
  for (const [at, { what, visits }] of pairs.entries()) {
    for (const [nth, { path }] of visits.entries()) {
      const before = drawn[2 * at]?.[nth];
      const after = drawn[2 * at + 1]?.[nth];
      assert.equal(before?.status, 200, `${what} at ${path}: ${before?.error}`);
      assert.deepEqual(pageOf(after, seen), pageOf(before, seen), `${what} at ${path}`);
    }
  }
}

function pageOf(page: DrawnPage | undefined, seen: (html: string) => string): object {
  return { status: page?.status, error: page?.error, html: seen(page?.html ?? '') };
}
