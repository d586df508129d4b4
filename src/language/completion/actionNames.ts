import { decodedAddress, pathOfLink } from '../project/links.js';
import { isRequired } from '../syntax/booleans.js';
import type { Element } from '../syntax/element.js';
import { childElements } from '../syntax/element.js';
import { elementsNamed, enclosing, plainValue } from './elementNames.js';
import type { LanguageContext } from './languageContext.js';

export interface KnownParam {
  readonly name: string;
  readonly type: string | null;
  readonly isRequired: boolean;
}

export interface KnownAction {
  readonly name: string;
  readonly params: readonly KnownParam[];
}

/** Actions of the document; in a test, those of the page it visits. */
export function actionsOf(context: LanguageContext, element: Element): readonly KnownAction[] {
  const { document, project } = context;
  if (document.dialect !== 'test') {
    return elementsNamed(document, 'q:action').flatMap((action) => {
      const name = plainValue(action, 'name');
      return name === null ? [] : [{ name, params: paramsOf(action) }];
    });
  }
  return project?.page(pageVisited(element))?.actions ?? [];
}

/** The address of the page a step of a test is on: of the last one visited before it, else the test's own. */
export function pageVisited(step: Element): string {
  const test = enclosing(step, 'q:test');
  const own = plainValue(test, 'page') ?? '/';
  const visits = (test ? childElements(test) : []).filter(
    ({ tag }) => tag.name === 'test:visit' && tag.start < step.tag.start,
  );
  return decodedAddress(pathOfLink(plainValue(visits.at(-1) ?? null, 'path') ?? own));
}

/** The action a form or a step of a test sends to. */
export function actionAround(context: LanguageContext, element: Element): KnownAction | null {
  const form = enclosing(element, 'ui:form', 'test:submit');
  const name = plainValue(form, 'on-submit') ?? plainValue(form, 'action');
  return actionsOf(context, element).find((action) => action.name === name) ?? null;
}

/** What `q:param` declares in an element. */
export function paramsOf(element: Element): KnownParam[] {
  return childElements(element).flatMap((child) => {
    const name = child.tag.name === 'q:param' ? plainValue(child, 'name') : null;
    if (name === null) return [];
    const type = plainValue(child, 'type');
    return [{ name, type, isRequired: isRequired(child) }];
  });
}
