import { parseExpression } from '../../expression/parseExpression.js';
import type { Element } from '../../syntax/element.js';
import type { Attribute } from '../../syntax/token.js';
import { setValue } from '../fixes.js';
import { attributeNamed, said, valueOf } from '../reads.js';
import type { ElementContext, ElementRule, Report } from '../rule.js';

/** Literal values against what the same tag says of them. */
export const literals: ElementRule = (element, context) => {
  const { name, context: around } = context.place.read ?? {};
  if (name === 'q:set') {
    typed(element, 'value', context);
    enumerated(element, 'value', context);
    range(element, context);
    operands(element, context);
  } else if (name === 'q:param' && around === 'q:query') typed(element, 'value', context);
  else if (name === 'q:param' && around === null) {
    typed(element, 'default', context);
    enumerated(element, 'default', context);
    range(element, context);
  }
};

const whole = /^\s*[+-]?\d+\s*$/;
const number = /^\s*[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const integers = new Set(['integer', 'int', 'long']);
const numbers = new Set(['number', 'numeric', 'decimal', 'float', 'double']);
const structures = new Set(['array', 'object', 'json']);

function typed(element: Element, name: string, { report }: ElementContext): void {
  const attribute = attributeNamed(element, name);
  const value = attribute ? valueOf(attribute) : '';
  const type = said(element, 'type').toLowerCase();
  if (!attribute || value.trim() === '' || !isTypedHere(element)) return;
  if (value.includes('{') && !structures.has(type)) {
    joined(element, attribute, type, report);
    return;
  }
  const wanted = wantedFor(type, value);
  if (wanted === null) return;
  const message = `"${value}" is ${wanted}: the page fails when it runs.`;
  report.atValue('wrong-literal', element, attribute, message);
}

/** `{a} + 1` as a number: each pair of braces is calculated alone, and the rest stays text. */
function joined(element: Element, attribute: Attribute, type: string, report: Report): void {
  const value = valueOf(attribute);
  const groups = value.replaceAll(/\{[^{}]*\}/g, '1');
  if (groups.includes('{') || wantedFor(type, groups) === null) return;
  const whole = `{${value.replaceAll(/\{([^{}]*)\}/g, '$1').trim()}}`;
  const message = `Only what is inside one pair of braces is calculated: "${value}" is text, and the page fails when it runs.`;
  report.atValue('wrong-literal', element, attribute, message, {
    fixes: () =>
      parseExpression(whole.slice(1, -1)).ast === null
        ? []
        : [
            {
              title: `Write "${whole}"`,
              edits: setValue(element, attribute, whole),
              isPreferred: true,
            },
          ],
  });
}

/** Other operations than assigning have their own ideas of a value. */
function isTypedHere(element: Element): boolean {
  const operation = said(element, 'operation');
  return operation === '' || operation === 'assign';
}

function wantedFor(type: string, value: string): string | null {
  if (integers.has(type)) return whole.test(value) ? null : 'no whole number';
  if (numbers.has(type)) return number.test(value) ? null : 'no number';
  if (type === 'array' && /^\s*\[/.test(value) && !isJson(value)) return 'no valid array';
  return null;
}

/** JSON in attributes is often written with the quotes of Python. */
function isJson(value: string): boolean {
  if (value.includes("'") || value.includes('{')) return true;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function enumerated(element: Element, name: string, { report }: ElementContext): void {
  const attribute = attributeNamed(element, name);
  const allowed = said(element, 'enum');
  const value = attribute ? valueOf(attribute) : '';
  if (!attribute || allowed === '' || value === '' || value.includes('{')) return;
  if (allowed.includes('{') || allowed.includes('[') || !isTypedHere(element)) return;
  const values = allowed.split(',').map((one) => one.trim());
  if (values.includes(value)) return;
  const message = `"${value}" is none of ${values.join(', ')}: the page fails when it runs.`;
  report.atValue('wrong-literal', element, attribute, message);
}

function range(element: Element, { report }: ElementContext): void {
  const attribute = attributeNamed(element, 'range');
  const value = attribute ? valueOf(attribute) : '';
  if (!attribute || value === '' || value.includes('{') || value.includes('..')) return;
  const message = `A range is written min..max: "${value}" fails when the page runs.`;
  const [from, to] = value.split(/\s*[-–:,]\s*/);
  const start = element.tag.start + attribute.valueStart;
  report.atValue('wrong-literal', element, attribute, message, {
    fixes: () =>
      from && to && attribute.value !== null
        ? [
            {
              title: `Write "${from}..${to}"`,
              edits: [{ start, end: start + attribute.value.length, text: `${from}..${to}` }],
              isPreferred: true,
            },
          ]
        : [],
  });
}

/** Operations that read JSON or a number, and take no braces. */
function operands(element: Element, { report }: ElementContext): void {
  const operation = said(element, 'operation');
  const value = attributeNamed(element, 'value');
  if (operation === 'merge' && value && /^\s*\{[\w.[\]]+\}\s*$/.test(valueOf(value))) {
    const message = 'merge takes JSON, not an expression: the page fails when it runs.';
    report.atValue('wrong-literal', element, value, message);
  }
  const index = attributeNamed(element, 'index');
  if (operation === 'removeAt' && index && !whole.test(valueOf(index))) {
    const message = 'index takes a whole number, not an expression: the page fails when it runs.';
    report.atValue('wrong-literal', element, index, message);
  }
}
