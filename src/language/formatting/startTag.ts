import { endOf, type Attribute, type StartTag } from '../syntax/token.js';
import { columnsOf } from './columns.js';
import type { FormatOptions } from './formatOptions.js';
import type { Output } from './output.js';

/** The tag with all its attributes on one line, as it is written where that fits. */
export function flatTag(tag: StartTag, text: string): string {
  if (tag.problems.length > 0) return text.slice(tag.start, endOf(tag));
  const attributes = tag.attributes.map((attribute) => ` ${written(attribute)}`);
  return `<${tag.name}${attributes.join('')}${tag.selfClosing ? ' />' : '>'}`;
}

/**
 * Writes a start tag whose line is indented by `base`: its attributes on one line, or where they do not fit
 * each on its own; null: on one line all the same. Values stay as they are.
 */
export function writeStartTag(
  tag: StartTag,
  base: string | null,
  output: Output,
  options: FormatOptions,
): void {
  if (tag.problems.length > 0) {
    output.copy(tag.start, endOf(tag));
    return;
  }
  const isFlat =
    base === null ||
    tag.attributes.length < 2 ||
    fits(flatTag(tag, output.text), output.column, options);
  const { lineEnd } = output;
  const before = isFlat ? ' ' : `${lineEnd}${base}${options.unit}`;
  let at = tag.start + 1 + tag.name.length;
  output.copy(tag.start, at);
  for (const attribute of tag.attributes) {
    output.replace(at, tag.start + attribute.start, before);
    writeAttribute(attribute, tag, output);
    at = tag.start + attribute.end;
  }
  const end = tag.selfClosing ? '/>' : '>';
  const space = tag.selfClosing ? ' ' : '';
  output.replace(at, endOf(tag), isFlat ? `${space}${end}` : `${lineEnd}${base}${end}`);
}

function writeAttribute(
  { name, start, end, valueStart, quote }: Attribute,
  tag: StartTag,
  output: Output,
): void {
  const nameEnd = tag.start + start + name.length;
  output.copy(tag.start + start, nameEnd);
  if (quote === null) return;
  const quoteAt = tag.start + valueStart - 1;
  output.replace(nameEnd, quoteAt, '=');
  output.copy(quoteAt, tag.start + end);
}

function written({ name, value, quote }: Attribute): string {
  return value === null || quote === null ? name : `${name}=${quote}${value}${quote}`;
}

function fits(tag: string, column: number, { width, tabWidth }: FormatOptions): boolean {
  return tag
    .split(/\r\n|\r|\n/)
    .every((line, at) => (at === 0 ? column : 0) + columnsOf(line, tabWidth) <= width);
}
