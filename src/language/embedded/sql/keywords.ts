const words = (text: string): readonly string[] => text.split(', ');

/** What begins a statement. */
export const verbs = words(
  'SELECT, INSERT INTO, UPDATE, DELETE FROM, WITH, REPLACE INTO, VALUES, CREATE TABLE, ALTER TABLE, DROP TABLE',
);

/** What goes on behind a name or a value. */
export const clauses = words(
  'FROM, WHERE, JOIN, LEFT JOIN, INNER JOIN, CROSS JOIN, ON, AND, OR, ORDER BY, GROUP BY, HAVING, LIMIT, OFFSET, ' +
    'AS, ASC, DESC, SET, VALUES, IN, LIKE, BETWEEN, IS NULL, IS NOT NULL, NOT IN, NOT LIKE, USING, UNION, ' +
    'UNION ALL, EXCEPT, INTERSECT, RETURNING, ON CONFLICT, DO NOTHING, DO UPDATE SET, WHEN, THEN, ELSE, END, OVER',
);

/** What a value can begin with. */
export const beginnings = words(
  'DISTINCT, CASE, NOT, EXISTS, NULL, TRUE, FALSE, CURRENT_TIMESTAMP, CURRENT_DATE, CURRENT_TIME, SELECT',
);

/** Functions that SQLite, PostgreSQL and MySQL have in common. */
export const functions = words(
  'COUNT, SUM, AVG, MIN, MAX, COALESCE, NULLIF, LOWER, UPPER, LENGTH, SUBSTR, TRIM, REPLACE, ROUND, ABS, CAST, ' +
    'ROW_NUMBER, RANK, LAG, LEAD',
);

/** The only words that may follow some. */
export const followers: ReadonlyMap<string, readonly string[]> = new Map([
  ['DELETE', ['FROM']],
  ['INSERT', ['INTO', 'OR IGNORE INTO', 'OR REPLACE INTO']],
  ['REPLACE', ['INTO']],
  ['ORDER', ['BY']],
  ['GROUP', ['BY']],
  ['PARTITION', ['BY']],
  ['LEFT', ['JOIN', 'OUTER JOIN']],
  ['RIGHT', ['JOIN', 'OUTER JOIN']],
  ['FULL', ['JOIN', 'OUTER JOIN']],
  ['INNER', ['JOIN']],
  ['CROSS', ['JOIN']],
  ['OUTER', ['JOIN']],
  ['IS', ['NULL', 'NOT NULL']],
  ['UNION', ['ALL', 'SELECT']],
  ['CREATE', ['TABLE', 'INDEX', 'VIEW']],
  ['ALTER', ['TABLE']],
  ['DROP', ['TABLE', 'INDEX', 'VIEW']],
]);

/** Words behind which the name of a table stands. */
export const beforeTables: ReadonlySet<string> = new Set([
  'FROM',
  'JOIN',
  'INTO',
  'UPDATE',
  'TABLE',
  'USING',
]);

/** Words behind which a value stands. */
export const beforeValues: ReadonlySet<string> = new Set(
  (
    'SELECT DISTINCT WHERE AND OR ON BY SET HAVING NOT WHEN THEN ELSE CASE IN LIKE BETWEEN RETURNING ALL LIMIT ' +
    'OFFSET EXISTS'
  ).split(' '),
);
