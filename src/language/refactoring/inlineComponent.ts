import type { LanguageContext } from '../completion/languageContext.js';
import { elementsNamed } from '../completion/elementNames.js';
import { calledComponent } from '../completion/projectNames.js';
import { placeOf } from '../place/elementAt.js';
import type { TextChange } from '../syntax/document.js';
import { startOf, endOfNode, type Element } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { addImports } from './addImport.js';
import { componentOf } from './imports.js';
import { Inlining, InliningRefused, type Inlined } from './inlining.js';
import { markedElement } from './markedNodes.js';
import {
  offered,
  refused,
  type Changes,
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
    const all = calls.map((one) => inlined.at(one, context));
    if (calls.some((one) => calls.some((other) => other !== one && holds(one, other)))) {
      return refused(title, 'One call of it stands in another.');
    }
    return offered(title, () => changesOf(all, root, context));
  } catch (error) {
    if (error instanceof InliningRefused) return refused(title, error.message);
    throw error;
  }
}

function holds(outer: Element, inner: Element): boolean {
  return startOf(outer) < startOf(inner) && endOfNode(inner) <= endOfNode(outer);
}

function changesOf(all: readonly Inlined[], root: Element, context: LanguageContext): Changes {
  const imports = [...new Set(all.flatMap((one) => one.imports))];
  const edits: TextChange[] = all.flatMap((one) => one.edits);
  return { edits: [...addImports(root, imports, context), ...once(edits)] };
}

/** White space between two calls is beside both. */
function once(edits: readonly TextChange[]): TextChange[] {
  return edits.filter(
    (edit, at) =>
      !edits.slice(0, at).some((other) => other.start === edit.start && other.end === edit.end),
  );
}
