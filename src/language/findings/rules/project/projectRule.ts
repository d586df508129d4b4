import type { ProjectView } from '../../../project/projectView.js';
import type { SyntaxDocument } from '../../../syntax/document.js';
import { ListValues } from '../../../syntax/listValues.js';
import type { Finding } from '../../finding.js';
import { reportInto } from '../../rule.js';
import type { DocumentRule } from '../../rules.js';
import { actions, browserHandlers, hiddenAction } from './actions.js';
import { calls, imports } from './components.js';
import { datasources, llmKnowledge } from './datasources.js';
import { dataFiles, links } from './links.js';
import { namings, pageParts, type Naming, type PageParts, type PartList } from './pageParts.js';
import type { ProjectElementRule } from './projectElementRule.js';
import { params } from './params.js';
import { queries, tableForms } from './queries.js';
import { ReadParts, sayTheSame } from './readParts.js';
import { scripting } from './scripting.js';
import { unreachable } from './unreachable.js';
import { circularCalls, unusedComponent, unusedImports } from './wholePage.js';
import { invokes, redirects, widgets } from './widgets.js';

const rules: readonly ProjectElementRule[] = [
  actions,
  browserHandlers,
  calls,
  dataFiles,
  datasources,
  hiddenAction,
  imports,
  invokes,
  links,
  llmKnowledge,
  params,
  queries,
  redirects,
  scripting,
  tableForms,
  unreachable,
  widgets,
];

/** What was found in an element and all it holds. */
interface Kept {
  /** The lists of the page's parts that it depends on. */
  readonly read: ReadonlySet<PartList>;
  readonly findings: readonly Finding[];
  /** The state with which it is known to hold. */
  state: State;
}

/** What every finding here depends on besides its element; the same object while it stays the same. */
interface State {
  readonly parts: PageParts;
  readonly project: ProjectView | null;
  readonly revision: number;
  readonly path: string | null;
  /** The name of the outermost element: some things fail in components only. */
  readonly root: string;
}

const known = new WeakMap<Naming, Kept>();
const states = new WeakMap<SyntaxDocument, Map<string, State>>();
const none: readonly Finding[] = [];

/** What a page names in its project: datasources, components, pages, files, tables. */
export const projectRule: DocumentRule = (document, { project, path, report }) => {
  if (document.dialect === 'test') return;
  const roots = namings(document);
  const givers = together(roots.map((one) => one.givers));
  const calls = together(roots.map((one) => one.calls));
  const parts = pageParts(document, givers);
  const revision = project?.revision ?? 0;
  for (const naming of roots) {
    const root = naming.element.tag.name;
    const state = stateOf(document, { parts, project, revision, path, root });
    for (const finding of keptFor(naming, state, document.text).findings) report.add(finding);
  }
  const [root] = document.roots;
  if (root?.tag.name !== 'q:component') return;
  unusedImports(givers, calls, report);
  if (!project || path === null) return;
  unusedComponent(root, path, project, report);
  circularCalls(calls, path, project, report);
};

/** A document has one outermost element, nearly always. */
function together<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [only] = lists;
  return only && lists.length === 1 ? only : lists.flat();
}

function stateOf(document: SyntaxDocument, now: State): State {
  let kept = states.get(document);
  if (!kept) states.set(document, (kept = new Map<string, State>()));
  const before = kept.get(now.root);
  if (before?.parts === now.parts && isSameAround(before, now)) return before;
  kept.set(now.root, now);
  return now;
}

function isSameAround(a: State, b: State): boolean {
  return (
    a.project === b.project && a.revision === b.revision && a.path === b.path && a.root === b.root
  );
}

function keptFor(naming: Naming, state: State, text: string): Kept {
  const before = known.get(naming);
  if (before && holds(before, state)) {
    before.state = state;
    return before;
  }
  const found: Finding[] = [];
  const reading = new ReadParts(state.parts);
  if (naming.isNaming) {
    const { project, path } = state;
    const context = { parts: reading, project, path, text, report: reportInto(found) };
    for (const rule of rules) rule(naming.element, context);
  }
  for (const { findings, read } of keptInside.of(naming.element.tag, naming.inner, state, text)) {
    for (const finding of findings) found.push(finding);
    for (const list of read) reading.read.add(list);
  }
  const kept = { state, read: reading.read, findings: found.length > 0 ? found : none };
  known.set(naming, kept);
  return kept;
}

const keptInside = new ListValues<Naming, Kept, State, string>(keptFor);

function holds(kept: Kept, now: State): boolean {
  const { state, read } = kept;
  return state === now || (isSameAround(state, now) && sayTheSame(read, state.parts, now.parts));
}
