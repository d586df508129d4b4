import type { CodeInfo } from '../../finding.js';

const fails = (summary: string): CodeInfo => ({ severity: 'error', consequence: 'run', summary });
const quiet = (summary: string): CodeInfo => ({
  severity: 'warning',
  consequence: 'silent',
  summary,
});
const hint = (summary: string): CodeInfo => ({ severity: 'hint', consequence: 'silent', summary });

/** Codes about what a page names elsewhere: in its project, its configuration, its database. */
export const projectCodes = {
  'unknown-datasource': fails('A datasource is not declared in `quantum.config.yaml`.'),
  'unknown-knowledge': fails('No `q:knowledge` of the page has that name.'),
  'unknown-action': fails('An event or a form names no `q:action` of the page.'),
  'field-without-param': quiet('A field is bound to a name that its action does not take.'),
  'server-function-in-handler': {
    severity: 'error',
    consequence: 'silent',
    summary: 'A handler of the browser calls a `q:function`, which lives on the server.',
  },
  'widget-target': fails('A widget names a query, answer or datasource that it cannot work with.'),
  'unknown-id': fails('A search replaces an element that the page does not have.'),
  'invoke-target': fails('A `q:invoke` has nothing to call, two things, or what does not exist.'),
  'unknown-service': fails('No Python module declares the service.'),
  'redirect-status': quiet('A redirect has a status that is none of a redirect.'),
  'unreachable-statement': hint('A statement stands behind a redirect or return that always ends.'),
  'unfilled-param': fails('A page requires a parameter that its address never fills.'),
  'scripting-off': {
    severity: 'warning',
    consequence: 'run',
    summary: 'A page runs Python, which the configuration does not allow.',
  },
  'dead-link': quiet('A link or form leads to no page.'),
  'form-without-action': quiet('A form is sent to a page that has no `q:action`.'),
  'missing-static-file': quiet('A static file does not exist.'),
  'missing-data-file': quiet('The file of a `q:data` does not exist.'),
  'unknown-component': fails('A component does not exist.'),
  'missing-prop': fails('A component is called without a prop that it requires.'),
  'unknown-prop': quiet('A component is called with a prop that it does not take.'),
  'import-folder': quiet('The folder of an import does not hold the component.'),
  'import-not-callable': {
    severity: 'error',
    consequence: 'silent',
    summary: 'An import has a name that no tag can call.',
  },
  'duplicate-import': quiet('Two imports have the same name.'),
  'unused-import': hint('An imported component is never called.'),
  'unused-component': hint('Nothing calls a component, and no address shows it.'),
  'circular-component': fails('A component draws itself, directly or through others.'),
  'sql-brace': fails('An expression stands in an SQL text, where nothing calculates it.'),
  'sql-empty': fails('A query has no SQL.'),
  'sql-statements': fails('A query has more than one statement.'),
  'sql-keyword': fails('A query begins with a word that begins no statement.'),
  'sql-unknown-table': fails('Neither migrations nor `schema.sql` make a table.'),
  'sql-unknown-column': fails('A table of the query has no such column.'),
  'sql-percent': fails('A `%` in the SQL fails on PostgreSQL and MySQL.'),
  'sql-cast': fails('A `::` cast fails on PostgreSQL.'),
  'sql-returning': {
    severity: 'error',
    consequence: 'silent',
    summary: 'A change with `RETURNING` is never committed on PostgreSQL and MySQL.',
  },
} as const satisfies Record<string, CodeInfo>;
