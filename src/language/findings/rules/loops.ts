import { addAttribute } from '../fixes.js';
import { attributeNamed, said, valueOf } from '../reads.js';
import type { ElementRule, Report } from '../rule.js';
import type { Element } from '../../syntax/element.js';

/** Loops that have nothing to loop over. */
export const loops: ElementRule = (element, { place, report }) => {
  if (place.read?.name !== 'q:loop' || said(element, 'query') !== '') return;
  const type = loopType(element);
  if (type === 'array' || type === 'list') {
    if (said(element, 'items') !== '') {
      if (type === 'array') noList(element, report);
      return;
    }
    const message = 'This loop has no items: its body never runs.';
    report.atName('empty-loop', element, message, {
      fixes: () => [{ title: 'Add items', edits: addAttribute(element, 'items', '') }],
    });
  } else if (type === 'range') {
    const missing = ['from', 'to'].filter((name) => said(element, name) === '');
    if (missing.length > 0) {
      const message = `This loop needs items, query, or from and to: the page fails when it runs.`;
      report.atName('empty-loop', element, message, {
        fixes: () => [{ title: 'Add items', edits: addAttribute(element, 'items', '') }],
      });
    }
    for (const name of ['from', 'to', 'step']) bound(element, name, report);
  }
};

/** Over what a loop goes that names no query; without a type its attributes tell. */
export function loopType(element: Element): string {
  return said(element, 'type') || (said(element, 'items') === '' ? 'range' : 'array');
}

/** A literal that is neither a list nor the name of one. */
function noList(element: Element, report: Report): void {
  const items = attributeNamed(element, 'items');
  const value = items ? valueOf(items).trim() : '';
  if (!items || value.includes('{') || value.startsWith('[') || isName(value)) return;
  const message = `A loop goes over a list, such as a query or ["a", "b"]: "${value}" is none, and the page fails when it runs.`;
  report.atValue('wrong-literal', element, items, message, {
    fixes: () =>
      value.includes(',')
        ? [{ title: 'Add type="list"', edits: addAttribute(element, 'type', 'list') }]
        : [],
  });
}

/** A literal that is no whole number, nor the name of one; a step that leads nowhere. */
function bound(element: Element, name: string, report: Report): void {
  const attribute = attributeNamed(element, name);
  const value = attribute ? valueOf(attribute).trim() : '';
  if (!attribute || value === '' || value.includes('{') || isName(value)) return;
  if (!/^[+-]?\d+$/.test(value)) {
    const message = `"${value}" is no whole number: the page fails when it runs.`;
    report.atValue('wrong-literal', element, attribute, message);
  } else if (name === 'step' && Number(value) < 1) {
    const message = `A step of ${value} leads nowhere, it must be 1 or more: the page fails when it runs.`;
    report.atValue('empty-loop', element, attribute, message);
  }
}

const isName = (value: string): boolean => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(value);
