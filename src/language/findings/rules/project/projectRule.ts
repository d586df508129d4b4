import type { ProjectView } from '../../../project/projectView.js';
import type { SyntaxDocument } from '../../../syntax/document.js';
import type { Finding } from '../../finding.js';
import { reportInto } from '../../rule.js';
import type { DocumentRule } from '../../rules.js';
import { actions, browserHandlers, hiddenAction } from './actions.js';
import { calls, imports } from './components.js';
import { datasources, llmKnowledge } from './datasources.js';
import { dataFiles, links } from './links.js';
import { namings, pageParts, type Naming, type PageParts, type PartList } from './pageParts.js';
import type { ProjectElementRule } from './projectElementRule.js';
import { queries, tableForms } from './queries.js';
import { ReadParts, sayTheSame } from './readParts.js';
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
  queries,
  redirects,
  tableForms,
  unreachable,
  widgets,
];

/** What was found in an element and all it holds. */
interface Kept {
  readonly state: State;
  /** The lists of the page's parts that it depends on. */
  readonly read: ReadonlySet<PartList>;
  readonly findings: readonly Finding[];
  /** The parts with which it is known to hold. */
  parts: PageParts;
}

/** What every finding here depends on besides its element; the same object while it stays the same. */
interface State {
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
  const [only] = roots;
  const givers = roots.length === 1 && only ? only.givers : roots.flatMap((one) => one.givers);
  const calls = roots.flatMap((one) => one.calls);
  const parts = pageParts(document, givers);
  const revision = project?.revision ?? 0;
  for (const naming of roots) {
    const root = naming.element.tag.name;
    const state = stateOf(document, { project, revision, path, root });
    for (const finding of keptFor(naming, state, parts, document.text).findings) {
      report.add(finding);
    }
  }
  const [root] = document.roots;
  if (root?.tag.name !== 'q:component') return;
  unusedImports(givers, calls, report);
  if (!project || path === null) return;
  unusedComponent(root, path, project, report);
  circularCalls(calls, path, project, report);
};

function stateOf(document: SyntaxDocument, now: State): State {
  let kept = states.get(document);
  if (!kept) states.set(document, (kept = new Map<string, State>()));
  const before = kept.get(now.root);
  const isSame =
    before?.project === now.project && before.revision === now.revision && before.path === now.path;
  if (isSame) return before;
  kept.set(now.root, now);
  return now;
}

function keptFor(naming: Naming, state: State, parts: PageParts, text: string): Kept {
  const before = known.get(naming);
  if (before?.state === state && sayTheSame(before.read, before.parts, parts)) {
    before.parts = parts;
    return before;
  }
  const found: Finding[] = [];
  const reading = new ReadParts(parts);
  if (naming.isNaming) {
    const { project, path } = state;
    const context = { parts: reading, project, path, text, report: reportInto(found) };
    for (const rule of rules) rule(naming.element, context);
  }
  for (const inner of naming.inner) {
    const { findings, read } = keptFor(inner, state, parts, text);
    for (const finding of findings) found.push(finding);
    for (const list of read) reading.read.add(list);
  }
  const findings = found.length > 0 ? found : none;
  const kept = { state, read: reading.read, findings, parts };
  known.set(naming, kept);
  return kept;
}
