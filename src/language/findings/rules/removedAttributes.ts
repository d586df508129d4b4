import { attributeOf } from '../../catalogue/lookups.js';
import { removeAttribute, renameAttribute } from '../fixes.js';
import { said } from '../reads.js';
import type { ElementRule } from '../rule.js';
import { isLenientParam } from './lenientParam.js';

/** Attributes of older releases, which the parser refuses by their names. */
export const removedAttributes: ElementRule = (element, { place, report }) => {
  const tag = place.read;
  if (!tag || isLenientParam(place)) return;
  for (const attribute of element.tag.attributes) {
    const { name } = attribute;
    const known = attributeOf(tag, name);
    if (known?.removed) {
      const better = renamed[name];
      report.atAttributeName(
        'removed-attribute',
        element,
        attribute,
        `${name}= is refused on <${element.tag.name}>: ${lowerFirst(known.removed)}`,
        {
          tag: 'deprecated',
          fixes: ({ text }) => [
            better
              ? {
                  title: `Write ${better}`,
                  edits: renameAttribute(element, attribute, better),
                  isPreferred: true,
                }
              : { title: `Remove ${name}`, edits: removeAttribute(element, attribute, text) },
          ],
        },
      );
    } else if (tag.name === 'q:query' && name === 'mode' && said(element, 'mode') === 'rag') {
      const message =
        'mode="rag" was removed, and the file is refused. Answer from a knowledge base with <q:llm knowledge="…">.';
      report.atValue('removed-attribute', element, attribute, message, { tag: 'deprecated' });
    }
  }
};

/** Attributes that live on under another name. */
const renamed: Readonly<Record<string, string>> = {
  maxSize: 'maxsize',
  max_iterations: 'maxIterations',
};

function lowerFirst(sentence: string): string {
  const rest = sentence.slice(1);
  const [first = ''] = sentence;
  return /^[A-Z][a-z]/.test(sentence) ? first.toLowerCase() + rest : sentence;
}
