import { closest } from '../../../catalogue/nearest.js';
import type { ProjectView } from '../../../project/projectView.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf, type Attribute } from '../../../syntax/token.js';
import type { Fix } from '../../finding.js';
import { setValue } from '../../fixes.js';
import type { Report } from '../../rule.js';
import type { PageParts } from './pageParts.js';

/**
 * Looks at one element, what is in it, the names its page gives, and the project. What it finds is kept
 * until one of them changes.
 */
export type ProjectElementRule = (element: Element, context: ProjectElementContext) => void;

export interface ProjectElementContext {
  readonly parts: PageParts;
  readonly project: ProjectView | null;
  readonly path: string | null;
  readonly text: string;
  readonly report: Report;
}

/** The literal value of an attribute: null when there is none, it is empty, or it depends on `{…}`. */
export function literalOf(
  element: Element,
  name: string,
): { attribute: Attribute; value: string } | null {
  const attribute = attributeOf(element.tag, name);
  const value = attribute?.value;
  if (!attribute || !value || value.includes('{') || value.trim() === '') return null;
  return { attribute, value };
}

/** `Write "x"` for each of `candidates` that is near, the nearest first and preferred; nothing when none is. */
export function meantFixes(
  element: Element,
  attribute: Attribute,
  value: string,
  candidates: Iterable<string>,
): { guess: string | undefined; fixes: Fix[] } {
  const guess = closest(value, candidates);
  if (guess === undefined) return { guess, fixes: [] };
  const edits = setValue(element, attribute, guess);
  return { guess, fixes: [{ title: `Write "${guess}"`, edits, isPreferred: true }] };
}

/** `"a", "b" and 3 more`; `none` for an empty list. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}
