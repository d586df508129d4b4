import type { Element } from '../../../syntax/element.js';
import type { Attribute } from '../../../syntax/token.js';
import { setValue } from '../../fixes.js';
import type { More } from '../../rule.js';

/** Writes the name that is meant into an attribute; nothing where none is near. */
export function writeFix(element: Element, attribute: Attribute, guess: string | undefined): More {
  if (guess === undefined) return {};
  return {
    fixes: () => [
      { title: `Write ${guess}`, edits: setValue(element, attribute, guess), isPreferred: true },
    ],
  };
}
