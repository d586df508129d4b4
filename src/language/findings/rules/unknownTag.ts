import { tagsNamed } from '../../catalogue/lookups.js';
import { closest } from '../../catalogue/nearest.js';
import type { Catalogue } from '../../catalogue/types.js';
import { htmlNames } from '../../place/dispatch.js';
import { localOf, prefixOf } from '../../syntax/names.js';
import { renameElement } from '../fixes.js';
import type { ElementContext, ElementRule, More } from '../rule.js';
import type { Element } from '../../syntax/element.js';

/** Tags the parser refuses where they stand, each with what was meant. */
export const unknownTag: ElementRule = (element, context) => {
  const { name } = element.tag;
  const { place, report } = context;
  if (prefixOf(name) === 'qtest') {
    const message = `<${name}> was removed in Quantum 0.22: the file is refused. Write a *.test.q file and run "quantum test".`;
    report.atName('removed-tag', element, message, { tag: 'deprecated' });
  } else if (place.reading.as === 'refused') {
    if (place.parent) refusedTag(element, context);
    else unknownRoot(element, context);
  }
};

function unknownRoot(element: Element, { report }: ElementContext): void {
  const { name } = element.tag;
  report.atName(
    'unknown-root',
    element,
    `A file begins with <q:component>, <q:application> or <q:job>: <${name}> is refused.`,
    {
      fixes: () => [{ title: 'Write <q:component>', edits: renameElement(element, 'q:component') }],
    },
  );
}

function refusedTag(element: Element, { place, catalogue, report }: ElementContext): void {
  const { name } = element.tag;
  const local = localOf(name);
  const variants = tagsNamed(catalogue, name);
  const [known] = variants;
  if (known?.removed) {
    report.atName('removed-tag', element, `<${name}>: ${known.removed} The file is refused.`, {
      tag: 'deprecated',
    });
    return;
  }
  const isHtml = prefixOf(name) === 'q' && htmlNames.has(local);
  if (known && place.parent) {
    const parents = [...new Set(variants.flatMap((tag) => tag.parents))];
    const where =
      parents.length > 0 ? parents.map((parent) => `<${parent}>`).join(', ') : 'the top';
    const message = `<${name}> belongs in ${where}, not in <${place.parent.name}>: the file is refused.`;
    report.atName('misplaced-tag', element, message, isHtml ? rename(element, local, false) : {});
  } else if (isHtml) {
    const message = `HTML is written without a prefix: write <${local}>. <${name}> is refused.`;
    report.atName('prefixed-html', element, message, rename(element, local, true));
  } else {
    const guess = closest(name, namesWithPrefix(catalogue, prefixOf(name)));
    const advice = guess === undefined ? 'Remove it' : `Write <${guess}>`;
    report.atName(
      'unknown-tag',
      element,
      `<${name}> is not a tag of Quantum ${catalogue.release}: the file is refused. ${advice}.`,
      guess === undefined ? {} : rename(element, guess, true),
    );
  }
}

function rename(element: Element, name: string, isPreferred: boolean): More {
  return {
    fixes: () => [{ title: `Write <${name}>`, edits: renameElement(element, name), isPreferred }],
  };
}

function namesWithPrefix(catalogue: Catalogue, prefix: string): string[] {
  return catalogue.tags
    .filter((tag) => tag.prefix === prefix && tag.removed === null)
    .map(({ name }) => name);
}
