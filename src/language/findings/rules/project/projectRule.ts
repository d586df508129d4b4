import type { ProjectView } from '../../../project/projectView.js';
import type { Element } from '../../../syntax/element.js';
import type { Finding } from '../../finding.js';
import { reportInto } from '../../rule.js';
import type { DocumentRule } from '../../rules.js';
import { actions, browserHandlers, hiddenAction } from './actions.js';
import { calls, imports } from './components.js';
import { datasources, llmKnowledge } from './datasources.js';
import { dataFiles, links } from './links.js';
import { namingElements, pageParts, type PageParts } from './pageParts.js';
import type { ProjectElementRule } from './projectElementRule.js';
import { queries, tableForms } from './queries.js';
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

/** What was found at an element, while the names of its page and the project stay as they are. */
interface Kept {
  readonly parts: PageParts;
  readonly project: ProjectView | null;
  readonly revision: number;
  readonly path: string | null;
  readonly findings: readonly Finding[];
}

const known = new WeakMap<Element, Kept>();

/** What a page names in its project: datasources, components, pages, files, tables. */
export const projectRule: DocumentRule = (document, { project, path, report }) => {
  if (document.dialect === 'test') return;
  const elements = namingElements(document);
  const parts = pageParts(document, elements);
  const revision = project?.revision ?? 0;
  for (const element of elements) {
    let kept = known.get(element);
    const isCurrent =
      kept?.parts === parts &&
      kept.project === project &&
      kept.revision === revision &&
      kept.path === path;
    if (!kept || !isCurrent) {
      const findings: Finding[] = [];
      const own = { parts, project, path, text: document.text, report: reportInto(findings) };
      for (const rule of rules) rule(element, own);
      kept = { parts, project, revision, path, findings };
      known.set(element, kept);
    }
    for (const one of kept.findings)
      report.at(one.code, one.anchor, one.start, one.end, one.message, one);
  }
  const [root] = document.roots;
  if (root?.tag.name !== 'q:component') return;
  unusedImports(elements, report);
  if (!project || path === null) return;
  unusedComponent(root, path, project, report);
  circularCalls(elements, path, project, report);
};
