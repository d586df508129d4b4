import { allSources, commonTables } from '../project/sql/sources.js';
import { sqlOf } from '../project/sql/sqlOf.js';
import { isName, isWord, sqlTokens, statementsOf, type SqlToken } from '../project/sql/tokens.js';
import { valueOf } from '../project/summarise.js';
import { code } from '../syntax/characters.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { endOfNode, type Element } from '../syntax/element.js';
import { columnUses, type ColumnUse } from './columnUses.js';

/** A query of a page and what it does to the tables. */
export interface PageStatement {
  /** '' where it has none. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** The action or function it stands in. */
  readonly inside: { readonly kind: 'action' | 'function'; readonly name: string } | null;
  /** Null where none is written, or it is not known before the page runs. */
  readonly datasource: string | null;
  /** In small letters, each once. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly columns: readonly ColumnUse[];
  /** Whether its name stands anywhere else in the file. */
  readonly isNamed: boolean;
}

/** An action of a page, where it stands, and the functions that its text calls. */
export interface PageActionFacts {
  readonly name: string;
  readonly line: number;
  readonly calls: readonly string[];
}

/** What a page asks of its databases. */
export interface PageWork {
  readonly statements: readonly PageStatement[];
  readonly actions: readonly PageActionFacts[];
}

/** Reads the queries and actions of a document. */
export function workOf(document: SyntaxDocument): PageWork {
  const { text } = document;
  const statements: PageStatement[] = [];
  const actions: { element: Element; name: string }[] = [];
  const functions: string[] = [];
  const lineOf = lineCounter(text);
  const visit = (
    element: Element,
    inside: PageStatement['inside'],
    datasource: string | null,
  ): void => {
    const { name: written } = element.tag;
    const local = written.startsWith('q:') ? written.slice(2) : written;
    const name = working.has(local) ? (valueOf(element, 'name') ?? '') : '';
    let around = inside;
    let source = datasource;
    if (local === 'action' || local === 'function') around = { kind: local, name };
    if (local === 'action') actions.push({ element, name });
    if (local === 'function') functions.push(name);
    if (local === 'transaction') source = fixed(valueOf(element, 'datasource'));
    if (local === 'query') {
      const tokens = statementsOf(sqlTokens(sqlOf(element, text).sql));
      const tables = tablesIn(tokens);
      statements.push({
        ...{ name, line: lineOf(element.tag.start), inside: around, ...tables },
        columns: tokens.flatMap(columnUses),
        datasource: fixed(valueOf(element, 'datasource')) ?? source,
        isNamed: name === '' || isTwiceIn(text, name),
      });
    }
    for (const child of element.children)
      if (child.kind === 'element') visit(child, around, source);
  };
  for (const root of document.roots) visit(root, null, null);
  return {
    statements,
    actions: actions.map(({ element, name }) => {
      const own = functions.length === 0 ? '' : text.slice(element.tag.start, endOfNode(element));
      const calls = functions.filter((one) => new RegExp(`\\b${one}\\s*\\(`).test(own));
      return { name, line: lineOf(element.tag.start), calls };
    }),
  };
}

/** The elements whose names matter here. */
const working: ReadonlySet<string> = new Set(['action', 'function', 'query']);

/** A value that is the same whenever the page runs; null for any other. */
function fixed(value: string | null): string | null {
  return value === null || value === '' || value.includes('{') ? null : value;
}

/** Answers the lines of offsets, from 1. Asked in the order of the text it reads that once, and no further. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    if (offset < counted) {
      line = 1;
      counted = 0;
    }
    for (; counted < offset; counted += 1) {
      const char = text.charCodeAt(counted);
      const isPair = char === code.carriageReturn && text.charCodeAt(counted + 1) === code.lineFeed;
      if (char === code.lineFeed || (char === code.carriageReturn && !isPair)) line += 1;
    }
    return line;
  };
}

const wordCharacter = /\w/;

/** Whether a name stands in the text as a word of its own more than once. */
function isTwiceIn(text: string, name: string): boolean {
  let found = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const isWord =
      !wordCharacter.test(text.charAt(at - 1)) &&
      !wordCharacter.test(text.charAt(at + name.length));
    if (isWord && ++found > 1) return true;
  }
  return false;
}

/** The tables that statements read and those they change, without the names that a `WITH` makes up. */
export function tablesIn(
  statements: readonly (readonly SqlToken[])[],
): Pick<PageStatement, 'reads' | 'writes'> {
  const reads = new Set<string>();
  const writes = new Set<string>();
  for (const statement of statements) {
    const { tables: common, next } = commonTables(statement);
    const own = new Set(common.map(({ name }) => name.toLowerCase()));
    const targets = new Set([
      targetOf(statement.slice(next)),
      ...common.map(({ body }) => targetOf(body)),
    ]);
    for (const target of targets) if (target) writes.add(bare(target.value));
    for (const { kind, name, token } of allSources(statement)) {
      const table = bare(name);
      if (kind === 'table' && !own.has(table) && !isTarget(token, targets)) reads.add(table);
    }
  }
  return { reads: [...reads].sort(), writes: [...writes].sort() };
}

/** The token that names the table which a statement changes; null when it changes none. */
function targetOf(statement: readonly SqlToken[]): SqlToken | null {
  const [verb] = statement;
  if (isWord(verb, 'INSERT', 'REPLACE', 'MERGE', 'UPDATE', 'DELETE'))
    return allSources(statement)[0]?.token ?? null;
  if (!isWord(verb, 'CREATE', 'ALTER', 'DROP', 'TRUNCATE')) return null;
  const from = statement.findIndex((token) => isWord(token, 'TABLE', 'TRUNCATE'));
  const named = from < 0 ? [] : statement.slice(from + 1);
  return named.find((token) => isName(token) && !isWord(token, 'IF', 'NOT', 'EXISTS')) ?? null;
}

function isTarget(token: SqlToken, targets: ReadonlySet<SqlToken | null>): boolean {
  for (const target of targets) if (target?.start === token.start) return true;
  return false;
}

/** A table's name without its schema, as SQL compares it. */
function bare(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
