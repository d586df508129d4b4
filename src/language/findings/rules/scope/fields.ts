import { nearest } from '../../../catalogue/nearest.js';
import type { ResultField } from '../../../catalogue/types.js';
import type { PathStep, ReadName } from '../../../expression/names.js';
import { parseExpression } from '../../../expression/parseExpression.js';
import type { Definition } from '../../../scope/definition.js';
import { spanOf, type ExpressionUse } from '../../../scope/expressionUse.js';
import { attributeOf } from '../../../syntax/token.js';
import type { NamesContext, UseRule } from './scopeRule.js';

/** Fields that results do not have, and columns that queries do not return. */
export const fields: UseRule = (use, context) => {
  if (use.mode === 'row' || use.mode === 'foreign') return;
  for (const read of use.names) {
    if (read.path.length === 0) continue;
    const definitions = context.names.definitions(read.name);
    const [definition] = definitions;
    const [step] = read.path;
    if (!definition || definitions.length > 1 || !step) continue;
    if (definition.kind === 'result') checkResult(definition, read, use, context);
    else if (definition.kind === 'rows') checkRows(definition, read, use, context);
    else if (definition.kind === 'row') checkRow(definition, read, use, context);
  }
};

function checkResult(
  { results }: Definition,
  { name, path }: ReadName,
  use: ExpressionUse,
  context: NamesContext,
): void {
  let known: readonly ResultField[] =
    results === null ? [] : (context.catalogue.results[results] ?? []);
  let owner = name;
  for (const step of path) {
    if (known.length === 0 || step.kind !== 'member' || step.name === null || step.name === '')
      return;
    const field = known.find((one) => one.name === step.name);
    if (!field) {
      const names = known.map((one) => one.name);
      missing('unknown-result-field', step, use, `${owner} has no ${step.name}`, names, context);
      return;
    }
    known = field.fields;
    owner = `${owner}.${step.name}`;
  }
}

function checkRows(
  definition: Definition,
  { name, path, start, end }: ReadName,
  use: ExpressionUse,
  context: NamesContext,
): void {
  const columns = context.names.columns(name);
  const [first, second] = path;
  if (first?.kind === 'index') {
    if (columns && second) checkColumn(second, name, columns, use, context);
    return;
  }
  const results =
    definition.results === null ? [] : (context.catalogue.results[definition.results] ?? []);
  const meta = context.catalogue.results['query'] ?? results;
  if (!first?.name || columns?.includes(first.name) || definition.place.name !== 'q:query') return;
  if (meta.some((field) => field.name === first.name)) {
    const at = use.anchor.start + spanOf(use, { start, end }).end;
    const span = spanOf(use, first);
    context.report.at(
      'unknown-result-field',
      use.anchor,
      span.start,
      span.end,
      `${name} is the rows; ${first.name} belongs to ${name}_result: write ${name}_result.${first.name}.`,
      {
        fixes: () => [
          {
            title: `Write ${name}_result.${first.name ?? ''}`,
            edits: [{ start: at, end: at, text: '_result' }],
            isPreferred: true,
          },
        ],
      },
    );
  } else if (columns && first.name !== 'length') checkColumn(first, name, columns, use, context);
}

/** The variable of a loop over a query is one of its rows. */
function checkRow(
  { element, place }: Definition,
  { path }: ReadName,
  use: ExpressionUse,
  context: NamesContext,
): void {
  if (place.name !== 'q:loop') return;
  const query = attributeOf(element.tag, 'query')?.value?.trim() ?? itemsName(element.tag);
  if (query === null) return;
  const columns = context.names.columns(query);
  const [step] = path;
  if (columns && step) checkColumn(step, query, columns, use, context);
}

/** `t` of `items="{t}"`. */
function itemsName(tag: Parameters<typeof attributeOf>[0]): string | null {
  const items = /^\s*\{(.*)\}\s*$/s.exec(attributeOf(tag, 'items')?.value ?? '')?.[1];
  if (items === undefined) return null;
  const { ast } = parseExpression(items);
  return ast?.kind === 'name' ? ast.name : null;
}

function checkColumn(
  step: PathStep,
  query: string,
  columns: readonly string[],
  use: ExpressionUse,
  context: NamesContext,
): void {
  if (step.kind !== 'member' || !step.name || columns.includes(step.name)) return;
  const what = `The query ${query} returns no column ${step.name}`;
  missing('unknown-column', step, use, what, columns, context);
}

function missing(
  code: 'unknown-result-field' | 'unknown-column',
  step: PathStep,
  use: ExpressionUse,
  what: string,
  names: readonly string[],
  { report }: NamesContext,
): void {
  const [guess] = nearest(step.name ?? '', names);
  const effect =
    use.mode === 'condition'
      ? 'the condition is false'
      : use.mode === 'markup'
        ? 'nothing but the text of the expression is shown'
        : 'the page stops with an error';
  const advice = guess === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${guess}?`;
  const { start: from, end: to } = spanOf(use, step);
  const at = use.anchor.start;
  report.at(
    code,
    use.anchor,
    from,
    to,
    `${what}: ${effect}. ${advice}`,
    guess === undefined
      ? {}
      : {
          fixes: () => [
            {
              title: `Write ${guess}`,
              edits: [{ start: at + from, end: at + to, text: guess }],
              isPreferred: true,
            },
          ],
        },
  );
}
