import type { Span } from '../../completion/completionContext.js';
import { plainValue } from '../../completion/elementNames.js';
import type { ItemList } from '../../completion/item.js';
import type { LanguageContext } from '../../completion/languageContext.js';
import { sqlTokens, type SqlToken } from '../../project/sql/tokens.js';
import type { Tables } from '../../project/tables.js';
import { childElements } from '../../syntax/element.js';
import { expectedAt, type Expected } from './expectedSql.js';
import { beginnings, clauses, functions, verbs } from './keywords.js';
import type { SqlPlace } from './sqlPlace.js';
import { sourcesOf, tablesFor, type KnownSource } from './sqlSources.js';

/**
 * Adds what SQL can go on with at a caret.
 * @returns whether a tag could stand there as well
 */
export function addSql(
  list: ItemList,
  context: LanguageContext,
  place: SqlPlace,
  offset: number,
): boolean {
  const found = expectedAt(place.sql, place.at);
  if (!found) return false;
  const { word, expected } = found;
  const adding = new Adding(list, context, place, { start: offset - word.length, end: offset });
  adding.add(expected);
  return expected.kind !== 'column' && expected.kind !== 'parameter';
}

class Adding {
  private readonly tokens: readonly SqlToken[];
  private readonly tables: Tables;

  constructor(
    private readonly list: ItemList,
    context: LanguageContext,
    private readonly place: SqlPlace,
    private readonly replace: Span,
  ) {
    this.tokens = sqlTokens(place.sql);
    this.tables = tablesFor(context, place);
  }

  add(expected: Expected): void {
    const sources = sourcesOf(this.tokens, this.tables);
    switch (expected.kind) {
      case 'parameter':
        this.addParameters('');
        return;
      case 'column':
        this.addColumnsOf(expected.source, sources);
        return;
      case 'verb':
        this.addWords(verbs, 4);
        return;
      case 'follower':
        this.addWords(expected.words, 4);
        return;
      case 'table':
        this.addTables();
        return;
      case 'value':
        this.addColumns(sources);
        this.addParameters(':');
        this.addSources(sources);
        this.addFunctions();
        this.addWords(beginnings, 9);
        return;
      case 'clause':
        // Behind a whole value the name of a column begins nothing.
        this.addWords(clauses, 4);
        return;
      default:
        expected satisfies never;
    }
  }

  private addWords(words: readonly string[], rank: number): void {
    for (const word of words) {
      const label = this.isSmall ? word.toLowerCase() : word;
      this.list.add(rank, { label, kind: 'keyword', replace: this.replace });
    }
  }

  /** Keywords are written as the first one is. */
  private get isSmall(): boolean {
    const [first] = this.tokens;
    return first?.kind === 'word' && first.value === first.value.toLowerCase();
  }

  private addTables(): void {
    for (const { name, file } of this.tables.values())
      this.name(4, name, 'table', { description: file });
  }

  private addSources(sources: readonly KnownSource[]): void {
    for (const { name, table } of sources)
      this.name(7, name, 'table', { description: table && table.name !== name ? table.name : '' });
  }

  private addColumnsOf(name: string, sources: readonly KnownSource[]): void {
    const lower = name.toLowerCase();
    const source = sources.find((one) => one.name.toLowerCase() === lower);
    for (const { name: column, type } of source?.columns ?? [])
      this.name(4, column, 'column', {
        detail: type ?? '',
        description: source?.table?.name ?? '',
      });
  }

  /** Bare where one source has the column, else with the source's name. */
  private addColumns(sources: readonly KnownSource[]): void {
    for (const source of sources)
      for (const { name, type } of source.columns) {
        const owners = sources.filter(({ columns }) =>
          columns.some((one) => one.name.toLowerCase() === name.toLowerCase()),
        );
        const more = { detail: type ?? '', description: source.table?.name ?? '' };
        if (owners.length === 1) this.name(4, name, 'column', more);
        else this.write(5, `${quoted(source.name)}.${quoted(name)}`, 'column', more);
      }
  }

  /** Values given by the query's `q:param`s. */
  private addParameters(lead: string): void {
    for (const child of childElements(this.place.element)) {
      const name = child.tag.name === 'q:param' ? plainValue(child, 'name') : null;
      if (name === null || !/^[A-Za-z_]\w*$/.test(name)) continue;
      const detail = plainValue(child, 'type') ?? '';
      this.write(6, `${lead}${name}`, 'variable', { detail, description: 'q:param' });
    }
  }

  private addFunctions(): void {
    for (const name of functions) {
      const label = this.isSmall ? name.toLowerCase() : name;
      this.list.add(8, {
        label,
        kind: 'function',
        snippet: `${label}($1)$0`,
        replace: this.replace,
      });
    }
  }

  private name(rank: number, name: string, kind: 'table' | 'column', more: Details): void {
    this.write(rank, quoted(name), kind, { ...more, label: name });
  }

  private write(
    rank: number,
    insert: string,
    kind: 'table' | 'column' | 'variable',
    more: Details & { readonly label?: string },
  ): void {
    // Such a name is not written in XML as it is.
    if (/[<&]/.test(insert)) return;
    this.list.add(rank, { label: insert, kind, insert, replace: this.replace, ...more });
  }
}

interface Details {
  readonly detail?: string;
  readonly description?: string;
}

/** A name as SQL needs it: with quotes where it is no plain word. */
function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
