import type { LanguageContext } from '../completion/languageContext.js';
import { elementsNamed } from '../completion/elementNames.js';
import { calledComponent } from '../completion/projectNames.js';
import { placeOf } from '../place/elementAt.js';
import type { TextChange } from '../syntax/document.js';
import { endOfNode, type Element } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { addImports } from './addImport.js';
import { componentOf } from './imports.js';
import { Inlining } from './inlining.js';
import { markedElement } from './markedNodes.js';
import {
  offered,
  RefactoringRefused,
  refused,
  type Marked,
  type Offer,
  type Refactoring,
} from './refactoring.js';

/** What a component draws in the place of a call. */
export const inlineComponent: Refactoring = {
  kind: 'refactor.inline.component',
  offer: (marked) =>
    inlining(
      marked,
      (call) => [call],
      (name) => `Inline component ${name}`,
    ),
};

/** What a component draws in the places of all its calls in the page. */
export const inlineComponentEverywhere: Refactoring = {
  kind: 'refactor.inline.component.all',
  offer: (marked) =>
    inlining(
      marked,
      (call) => {
        const calls = elementsNamed(marked.context.document, call.tag.name);
        return calls.length > 1 ? calls : [];
      },
      (name, count) => `Inline component ${name} in its ${count} places`,
    ),
};

async function inlining(
  marked: Marked,
  callsOf: (call: Element) => readonly Element[],
  titleOf: (name: string, count: number) => string,
): Promise<Offer | null> {
  const { context, read } = marked;
  const root = componentOf(context);
  const call = markedElement(marked);
  if (!root || !call || placeOf(call, context.catalogue).reading.as !== 'call') return null;
  const summary = calledComponent(context, localOf(call.tag.name));
  const calls = callsOf(call);
  if (!summary || calls.length === 0) return null;
  const of = await read(summary.path);
  const component = of && componentOf(of);
  if (!component || of.document.pairingProblems.length > 0) return null;
  const title = titleOf(summary.name, calls.length);
  try {
    const inlined = new Inlining(component, of);
    inlined.at(call, context);
    // The other calls are looked at when they are asked for: there may be hundreds.
    return offered(title, () => ({ edits: inlinedCalls(calls, inlined, root, context) }));
  } catch (error) {
    if (error instanceof RefactoringRefused) return refused(title, error.message);
    throw error;
  }
}

/** What a component draws in the places of calls. @throws RefactoringRefused when one cannot be replaced */
export function inlinedCalls(
  calls: readonly Element[],
  inlining: Inlining,
  root: Element,
  context: LanguageContext,
): TextChange[] {
  for (const [at, call] of calls.entries()) {
    const next = calls[at + 1];
    if (next && next.tag.start < endOfNode(call)) {
      throw new RefactoringRefused('One call of it stands in another.');
    }
  }
  const inlined = calls.map((one) => inlining.at(one, context));
  const imports = [...new Set(inlined.flatMap((one) => one.imports))];
  const edits: TextChange[] = inlined.flatMap((one) => one.edits);
  return [...addImports(root, imports, context), ...once(edits)];
}

/** White space between two calls is beside both. */
function once(edits: readonly TextChange[]): TextChange[] {
  return [...new Map(edits.map((edit) => [`${edit.start} ${edit.end}`, edit])).values()];
}
