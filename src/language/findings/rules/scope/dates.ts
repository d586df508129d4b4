import type { Expression, StringLiteral } from '../../../expression/ast.js';
import type { FunctionCall } from '../../../expression/names.js';
import { spanOf, type ExpressionUse } from '../../../scope/expressionUse.js';
import type { NamesContext } from './scopeRule.js';

type Report = NamesContext['report'];

/** What the functions of dates are told: patterns and units. */
export function dates(call: FunctionCall, use: ExpressionUse, report: Report): void {
  const [first, second] = call.arguments.map(({ value }) => value);
  if (call.name === 'dateFormat' && second?.kind === 'string') checkPattern(second, use, report);
  if (call.name === 'dateAdd' || call.name === 'dateDiff') checkUnit(call, first, use, report);
}

/** The words `dateAdd` and `dateDiff` know, whatever their case (core/expression_stdlib.py of 1.0.1). */
const units = /^(?:s|sec|seconds?|n|min|minutes?|h|hours?|d|days?|w|weeks?)$/i;

function checkUnit(
  call: FunctionCall,
  unit: Expression | undefined,
  use: ExpressionUse,
  report: Report,
): void {
  if (unit === undefined || call.arguments[0]?.name) return;
  if (unit.kind !== 'string' && unit.kind !== 'number') return;
  if (unit.kind === 'string' && (unit.value === null || units.test(unit.value))) return;
  const isElsewhere = call.arguments.some(
    ({ value }) => value.kind === 'string' && units.test(value.value ?? ''),
  );
  const advice = isElsewhere ? 'The unit comes first' : 'Write "s", "n", "h", "d" or "w"';
  const message = `${call.name} knows no such unit of time: the call fails. ${advice}: ${call.name}("d", …).`;
  const { start, end } = spanOf(use, unit);
  report.at('date-unit', use.anchor, start, end, message);
}

/** `dateFormat` takes Python's patterns; those of other languages are printed as they are. */
function checkPattern(literal: StringLiteral, use: ExpressionUse, report: Report): void {
  const { value } = literal;
  if (value === null || value.includes('%') || !/yy|MM|dd|HH|hh|mm|ss/.test(value)) return;
  const translated = value.replaceAll(
    /yyyy|yy|MMMM|MMM|MM|dd|HH|hh|mm|ss/g,
    (part) => parts[part] ?? part,
  );
  const message = `dateFormat takes patterns with %, such as ${translated}: this one is printed as it is written.`;
  const at = use.anchor.start;
  const span = spanOf(use, literal);
  const from = span.start + 1;
  const to = span.end - 1;
  const edits = [{ start: at + from, end: at + to, text: translated }];
  report.at('date-format', use.anchor, from, to, message, {
    fixes: () => [{ title: `Write ${translated}`, edits, isPreferred: true }],
  });
}

const parts: Readonly<Record<string, string>> = {
  yyyy: '%Y',
  yy: '%y',
  MMMM: '%B',
  MMM: '%b',
  MM: '%m',
  dd: '%d',
  HH: '%H',
  hh: '%I',
  mm: '%M',
  ss: '%S',
};
