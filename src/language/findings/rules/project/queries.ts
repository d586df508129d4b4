import { closest } from '../../../catalogue/nearest.js';
import { queryColumns } from '../../../project/sql/queryFacts.js';
import { sqlMistakes } from '../../../project/sql/sqlMistakes.js';
import { sqlOf, type ElementSql } from '../../../project/sql/sqlOf.js';
import { isSign, isWord, statementsOf, type SqlToken } from '../../../project/sql/tokens.js';
import type { Element } from '../../../syntax/element.js';
import type { Fix } from '../../finding.js';
import type { FindingCode } from '../../codes.js';
import type { Report } from '../../rule.js';
import { attributeOf } from '../../../syntax/token.js';
import { bindFix, interpolation } from '../queryText.js';
import {
  literalOf,
  type ProjectElementContext,
  type ProjectElementRule,
} from './projectElementRule.js';

const verbs = (
  'SELECT INSERT UPDATE DELETE WITH REPLACE CREATE DROP ALTER PRAGMA VALUES EXPLAIN TRUNCATE MERGE ' +
  'CALL EXEC EXECUTE SHOW SET BEGIN COMMIT ROLLBACK GRANT REVOKE VACUUM ANALYZE REINDEX DESCRIBE USE ' +
  'ATTACH DETACH TABLE DO LOCK COPY REFRESH LISTEN NOTIFY SAVEPOINT RELEASE START'
).split(' ');

/** The SQL of a `q:query`: what surely fails, and what fails on the database server it is for. */
export const queries: ProjectElementRule = (element, context) => {
  const { project, report, text } = context;
  if (element.tag.name !== 'q:query') return;
  const found = literalOf(element, 'datasource');
  if (!found || found.value.startsWith('knowledge:')) return;
  if (attributeOf(element.tag, 'source')) return;
  const written = sqlOf(element, text);
  const { tokens, statements, keyword } = queryColumns(written.sql, null);
  if (written.sql.includes('{')) {
    braces(tokens, written, element, context);
    return;
  }
  if (!keyword) {
    report.atName('sql-empty', element, 'The query has no SQL: running it fails.');
    return;
  }
  const say = reporter(element, written, report);
  if (tokens[0]?.kind === 'word' && !verbs.includes(keyword.name.toUpperCase())) {
    misspeltVerb(keyword, say);
    return;
  }
  if (statements > 1) {
    const second = statementsOf(tokens)[1]?.[0];
    if (second)
      say(
        'sql-statements',
        second,
        'One q:query runs one statement: from here on nothing runs, and the query fails.',
      );
  }
  const driver = project?.configuration?.datasources.find(
    ({ name }) => name === found.value,
  )?.driver;
  if (driver !== undefined && driver.toLowerCase() !== 'sqlite')
    serverTraps(tokens, driver, written.sql, say);
  const tables = project?.tables(found.value);
  if (!tables || statements !== 1) return;
  for (const mistake of sqlMistakes(tokens, tables)) {
    const guess = closest(mistake.name, mistake.candidates);
    const message =
      mistake.kind === 'table'
        ? `Neither the migrations nor schema.sql make a table "${mistake.name}": the query fails.`
        : `There is no column "${mistake.name}" in ${mistake.table === null ? 'the tables of this query' : `"${mistake.table}"`}: the query fails.`;
    say(
      mistake.kind === 'table' ? 'sql-unknown-table' : 'sql-unknown-column',
      mistake,
      message,
      guess,
    );
  }
};

/** The parser refuses a plain `{name}` itself; any other brace outside of quotes comes to the database. */
function braces(
  tokens: readonly SqlToken[],
  written: ElementSql,
  element: Element,
  { report }: ProjectElementContext,
): void {
  if (interpolation.test(written.sql)) return;
  const open = tokens.find((token) => isSign(token, '{'));
  const close = open && tokens.find((token) => token.start > open.start && isSign(token, '}'));
  if (!open || !close) return;
  const start = written.offset(open.start);
  const end = written.offset(close.end - 1) + 1;
  const message =
    'Expressions are not calculated in SQL: the database meets the brace and the query fails. Give the value by a <q:param>.';
  report.at('sql-brace', element.tag, start, end, message, {
    fixes: ({ text }) => [
      bindFix(element, text, { start: element.tag.start + start, end: element.tag.start + end }),
    ],
  });
}

type Say = (
  code: FindingCode,
  place: { readonly start: number; readonly end: number },
  message: string,
  guess?: string,
) => void;

/** Reports at a place of the SQL; `guess` is what to write there instead. */
function reporter(element: Element, written: ElementSql, report: Report): Say {
  return (code, { start, end }, message, guess) => {
    const from = written.offset(start);
    const to = written.offset(end - 1) + 1;
    const fixes = (): Fix[] =>
      guess === undefined
        ? []
        : [
            {
              title: `Write "${guess}"`,
              edits: [
                { start: element.tag.start + from, end: element.tag.start + to, text: guess },
              ],
              isPreferred: true,
            },
          ];
    report.at(code, element.tag, from, to, message, { fixes });
  };
}

function misspeltVerb(
  { name, start, end }: { name: string; start: number; end: number },
  say: Say,
): void {
  const guess = closest(name.toUpperCase(), verbs);
  if (guess === undefined) return;
  const advice = ` Write ${guess}.`;
  say(
    'sql-keyword',
    { start, end },
    `"${name}" begins no SQL statement: the query fails.${advice}`,
    guess,
  );
}

/** What the framework does wrong with PostgreSQL and MySQL. */
function serverTraps(tokens: readonly SqlToken[], driver: string, sql: string, say: Say): void {
  for (const [at, token] of tokens.entries()) {
    if (sql.slice(token.start, token.end).includes('%'))
      say(
        'sql-percent',
        token,
        `On ${driver} a % in the SQL is taken for a parameter of the driver and the query fails: give the text by a q:param${isSign(token, '%') ? ', or write MOD(a, b)' : ''}.`,
      );
    if (token.kind === 'cast' && tokens[at + 1])
      say(
        'sql-cast',
        { start: token.start, end: tokens[at + 1]?.end ?? token.end },
        `On ${driver} :${tokens[at + 1]?.value ?? ''} is taken for a parameter and the query fails: write CAST(… AS ${tokens[at + 1]?.value ?? 'type'}).`,
      );
    if (isWord(token, 'RETURNING'))
      say(
        'sql-returning',
        token,
        `On ${driver} a statement with RETURNING is never committed: the change is lost without a word. Write it without RETURNING.`,
      );
  }
}

/** `q:action table=`, `columns=` and `ui:table edit=`: tables and columns that the project does not make. */
export const tableForms: ProjectElementRule = (element, { project, report }) => {
  const which =
    element.tag.name === 'q:action' ? 'table' : element.tag.name === 'ui:table' ? 'edit' : null;
  if (which === null || !project) return;
  const datasource = literalOf(element, 'datasource');
  const found = literalOf(element, which);
  const tables = datasource && project.tables(datasource.value);
  if (!found || !tables) return;
  const table = tables.get(found.value.toLowerCase());
  if (!table) {
    const guess = closest(
      found.value,
      [...tables.values()].map(({ name }) => name),
    );
    report.atValue(
      'sql-unknown-table',
      element,
      found.attribute,
      `Neither the migrations nor schema.sql make a table "${found.value}": this fails when it is used.`,
      guess === undefined
        ? {}
        : { fixes: () => [replaceValue(element, found.attribute.valueStart, found.value, guess)] },
    );
    return;
  }
  const columns = which === 'table' ? literalOf(element, 'columns') : null;
  if (!columns || !table.isComplete) return;
  for (const match of columns.value.matchAll(/[^,\s]+/g)) {
    const [name] = match;
    if (table.columns.some((column) => column.name === name)) continue;
    const guess = closest(
      name,
      table.columns.map((column) => column.name),
    );
    report.atValue(
      'sql-unknown-column',
      element,
      columns.attribute,
      `There is no column "${name}" in "${table.name}": this fails when it is used.`,
      {
        from: match.index,
        to: match.index + name.length,
        ...(guess === undefined
          ? {}
          : {
              fixes: () => [
                replaceValue(element, columns.attribute.valueStart + match.index, name, guess),
              ],
            }),
      },
    );
  }
};

function replaceValue(element: Element, at: number, old: string, guess: string): Fix {
  const start = element.tag.start + at;
  return {
    title: `Write "${guess}"`,
    edits: [{ start, end: start + old.length, text: guess }],
    isPreferred: true,
  };
}
