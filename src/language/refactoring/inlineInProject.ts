import { calledComponent } from '../completion/projectNames.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { placeOf } from '../place/elementAt.js';
import { pathOfLink } from '../project/links.js';
import type { ProjectView } from '../project/projectView.js';
import type { TextChange } from '../syntax/document.js';
import { endOfNode, startOf, type Element } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { componentOf, importsOf } from './imports.js';
import { inlinedCalls } from './inlineComponent.js';
import { Inlining } from './inlining.js';
import { markedElement } from './markedNodes.js';
import {
  offered,
  RefactoringRefused,
  refused,
  type Changes,
  type Marked,
  type Offer,
  type Refactoring,
} from './refactoring.js';

/** What a component draws in the places of all its calls in the project, which then needs its file no more. */
export const inlineComponentInProject: Refactoring = {
  kind: 'refactor.inline.component.project',
  offer: async (marked) => {
    const { context, read } = marked;
    const { project } = context;
    const call = markedElement(marked);
    if (!project || !call || placeOf(call, context.catalogue).reading.as !== 'call') return null;
    const summary = calledComponent(context, localOf(call.tag.name));
    if (!summary) return null;
    const uses = project.usesOf(summary.path);
    const paths = new Set(uses.map(({ path }) => path));
    if (![...paths].some((path) => path !== context.path)) return null;
    const of = await read(summary.path);
    const component = of && componentOf(of);
    if (!component || of.document.pairingProblems.length > 0) return null;
    const count = uses.filter(({ kind }) => kind === 'call').length;
    const title = `Inline component ${summary.name} in all ${count} places of the project`;
    return offerOf(title, component, of, () => inProject(marked, component, of, paths));
  },
};

function offerOf(
  title: string,
  component: Element,
  of: LanguageContext,
  changes: () => Promise<Changes>,
): Offer {
  try {
    // Which no call of it could change.
    new Inlining(component, of);
    return offered(title, changes);
  } catch (error) {
    if (error instanceof RefactoringRefused) return refused(title, error.message);
    throw error;
  }
}

async function inProject(
  { context, read }: Marked,
  component: Element,
  of: LanguageContext,
  paths: ReadonlySet<string>,
): Promise<Changes> {
  const path = of.path ?? '';
  if (paths.has(path)) throw new RefactoringRefused('It calls itself.');
  const inlining = new Inlining(component, of);
  let edits: readonly TextChange[] = [];
  const others: { context: LanguageContext; edits: readonly TextChange[] }[] = [];
  for (const one of paths) {
    const page = one === context.path ? context : await read(one);
    if (!page) continue;
    const found = editsIn(page, one, inlining, path);
    if (page === context) edits = found;
    else others.push({ context: page, edits: found });
  }
  const isNeeded = context.project === null || isLinked(path, context.project);
  return { edits, others, ...(isNeeded ? {} : { deletes: path }) };
}

/** @throws RefactoringRefused when one of the calls in a page cannot be replaced */
function editsIn(
  page: LanguageContext,
  path: string,
  inlining: Inlining,
  component: string,
): readonly TextChange[] {
  const root = componentOf(page);
  if (!root || page.document.pairingProblems.length > 0) {
    throw new RefactoringRefused(`${path} cannot be read as a page.`);
  }
  const calls = page.document.tokens.flatMap((token) => {
    const element = token.kind === 'start' ? token.element : null;
    if (!element || placeOf(element, page.catalogue).reading.as !== 'call') return [];
    return calledComponent(page, localOf(element.tag.name))?.path === component ? [element] : [];
  });
  const { text } = page.document;
  const imports = importsOf(page).filter(
    (one) => page.project?.imported(one.component, one.from || null)?.path === component,
  );
  try {
    return [
      ...imports.map(({ element }) => withoutLine(element, text)),
      ...inlinedCalls(calls, inlining, root, page),
    ];
  } catch (error) {
    if (!(error instanceof RefactoringRefused)) throw error;
    throw new RefactoringRefused(`${path}: ${error.message}`);
  }
}

/** Takes an element away, with the beginning of its line where nothing else is on it. */
function withoutLine(element: Element, text: string): TextChange {
  const start = startOf(element);
  const before = /\r?\n[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
  return { start: start - before.length, end: endOfNode(element), text: '' };
}

/** Whether the file is asked for by its address too. */
function isLinked(path: string, project: ProjectView): boolean {
  return [...project.files.values()].some(({ links }) =>
    links.some(({ name }) => project.page(pathOfLink(name))?.path === path),
  );
}
