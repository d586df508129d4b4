import type { Element } from '../../syntax/element.js';
import { addAttribute } from '../fixes.js';
import { attributeNamed, said } from '../reads.js';
import type { ElementRule } from '../rule.js';

/** Attributes the parser takes together only. */
export const neededTogether: ElementRule = (element, { place, report }) => {
  const needs = place.read ? together[place.read.name] : undefined;
  for (const { when, needed } of needs ?? []) {
    const [given] = element.tag.attributes.filter(({ name }) => when(element, name));
    if (!given || said(element, needed) !== '') continue;
    const message = `${given.name}= needs ${needed}="…" beside it: without it the file is refused.`;
    report.atAttributeName('missing-attribute', element, given, message, {
      fixes: () => [{ title: `Add ${needed}`, edits: addAttribute(element, needed, '') }],
    });
  }
};

interface Need {
  /** Whether the attribute of that name asks for the other one. */
  readonly when: (element: Element, name: string) => boolean;
  readonly needed: string;
}

const saidOf =
  (...names: readonly string[]) =>
  (element: Element, name: string): boolean =>
    names.includes(name) && said(element, name) !== '';

const isYes = (value: string): boolean => /^(?:true|1|yes)$/i.test(value);

const together: Readonly<Record<string, readonly Need[]>> = {
  'q:action': [
    { when: saidOf('datasource', 'columns'), needed: 'table' },
    { when: saidOf('table'), needed: 'datasource' },
  ],
  'ui:table': [
    { when: saidOf('edit'), needed: 'datasource' },
    {
      when: (element, name) =>
        saidOf('edit')(element, name) || (name === 'sort' && isYes(said(element, 'sort'))),
      needed: 'source',
    },
  ],
  'ui:input': [
    {
      when: (element, name) => name === 'search' && attributeNamed(element, name) !== undefined,
      needed: 'bind',
    },
  ],
};
