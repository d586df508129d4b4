import { attributeOf } from '../../syntax/token.js';
import { childElements } from '../../syntax/element.js';
import type { LanguageContext } from '../../completion/languageContext.js';
import type { Hover } from '../../hover/hoverAt.js';
import { block, escaped, inline, parts } from '../../hover/markdown.js';
import { isName, isSign, sqlTokens, type SqlToken } from '../../project/sql/tokens.js';
import { columnNamed, tableNamed, type Column, type Table } from '../../project/tables.js';
import { sqlPlaceAt, type SqlPlace } from './sqlPlace.js';
import { sourcesOf, tablesFor, type KnownSource } from './sqlSources.js';

/** Columns shown of one table. */
const shownColumns = 40;

/** The table, column or parameter that stands at `offset` in SQL; null where there is none. */
export function sqlHover(context: LanguageContext, offset: number): Hover | null {
  // A pointer is over the character behind it.
  const place = sqlPlaceAt(context, offset + 1);
  if (!place) return null;
  const tokens = sqlTokens(place.sql);
  const at = tokens.findIndex(({ start, end }) => start < place.at && place.at <= end);
  const token = tokens[at];
  if (!token) return null;
  const markdown =
    token.kind === 'parameter'
      ? ofParameter(place, token.value, context.document.text)
      : isName(token)
        ? ofName(context, place, tokens, at)
        : null;
  if (markdown === null) return null;
  return { start: place.offset(token.start), end: place.offset(token.end - 1) + 1, markdown };
}

function ofParameter({ element }: SqlPlace, name: string, text: string): string | null {
  for (const { tag } of childElements(element)) {
    if (tag.name !== 'q:param' || attributeOf(tag, 'name')?.value !== name) continue;
    return block(text.slice(tag.start, tag.start + tag.length));
  }
  return null;
}

function ofName(
  context: LanguageContext,
  place: SqlPlace,
  tokens: readonly SqlToken[],
  at: number,
): string | null {
  const name = tokens[at]?.value ?? '';
  const tables = tablesFor(context, place);
  const sources = sourcesOf(tokens, tables);
  if (isSign(tokens[at + 1], '(')) return null;
  if (isSign(tokens[at - 1], '.')) {
    const source = sourceNamed(sources, tokens[at - 2]?.value ?? '');
    return source ? ofColumn(name, [source]) : null;
  }
  const source = sourceNamed(sources, name) ?? sources.find(({ table }) => isTable(table, name));
  if (source?.table) return describeTable(source.table);
  if (isSign(tokens[at + 1], '.')) return null;
  const column = ofColumn(name, sources);
  if (column !== null) return column;
  const table = tableNamed(tables, name);
  return table ? describeTable(table) : null;
}

function sourceNamed(sources: readonly KnownSource[], name: string): KnownSource | undefined {
  const lower = name.toLowerCase();
  return sources.find((one) => one.name.toLowerCase() === lower);
}

function isTable(table: Table | null, name: string): boolean {
  return table?.name.toLowerCase() === name.toLowerCase();
}

/** Of several tables that have it, each. */
function ofColumn(name: string, sources: readonly KnownSource[]): string | null {
  const all = new Set<string>();
  for (const { table } of sources) {
    const column = table && columnNamed(table, name);
    if (table && column)
      all.add(`${columnText(column)}, a column of ${inline(table.name)}, ${inline(column.file)}`);
  }
  return all.size === 0 ? null : parts(...all);
}

function columnText({ name, type, isPrimaryKey, isRequired }: Column): string {
  const rest = isPrimaryKey ? ', primary key' : isRequired ? ', not null' : '';
  return `${inline(name)}${type === '' ? '' : `: ${escaped(type)}`}${rest}`;
}

/** A table: its file and its columns. */
function describeTable({ name, file, columns, isComplete }: Table): string {
  const shown = columns.slice(0, shownColumns).map((column) => `- ${columnText(column)}`);
  const more = columns.length > shownColumns || !isComplete ? '\n- …' : '';
  return parts(`**${escaped(name)}**, ${inline(file)}`, `${shown.join('\n')}${more}`);
}
