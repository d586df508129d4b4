import { entryOf, isEmpty, textOf, type ConfigurationEntry } from '../configurationDocument.js';
import type { ConfigurationFinding } from '../configurationFinding.js';
import type { Datasource } from './datasourceRules.js';
import { finding, preferred, removal, replacement, type RuleContext } from './rule.js';

const isServer = (driver: string): boolean =>
  ['postgresql', 'postgres', 'mysql', 'mariadb'].includes(driver);
const isMySql = (driver: string): boolean => driver === 'mysql' || driver === 'mariadb';

/** What a datasource’s driver makes of its keys when someone connects. */
export function* connectionRules(
  datasource: Datasource,
  context: RuleContext,
): Iterable<ConfigurationFinding> {
  const { text } = context.document;
  const driver = datasource.driver?.toLowerCase();
  yield* overridden(datasource, context);
  if (driver === undefined) return;
  yield* databaseForm(datasource, driver);
  const user = entryOf(datasource.mapping, 'user');
  if (user !== undefined) yield* userKey(datasource, user, driver, text);
  yield* history(datasource, driver, text);
  yield* port(datasource, driver);
  const written = entryOf(datasource.mapping, 'driver')?.value;
  if (!isMySql(driver) || written === undefined) return;
  yield finding(
    'config-driver-limits',
    written,
    `\`quantum migrate\` does not support ${driver}: tables are made and changed by other means. \`quantum test\` and \`table=\` work on SQLite only.`,
  );
}

function* userKey(
  { mapping }: Datasource,
  user: ConfigurationEntry,
  driver: string,
  text: string,
): Iterable<ConfigurationFinding> {
  const hasName = entryOf(mapping, 'username') !== undefined;
  const fix = preferred(replacement('Change to `username`', user.key, 'username'));
  if (hasName || !isServer(driver)) {
    const why = hasName ? '`username` is there too, and decides' : 'SQLite knows no users';
    const fixes = removal('Remove `user`', text, user);
    yield finding('config-unread-key', user.key, `${why}: \`user\` has no effect.`, ...fixes);
    return;
  }
  const migrations = isMySql(driver) ? '' : ' Only `quantum migrate` reads it.';
  const sentence = `Pages do not read \`user\` and connect without a user name, so as the operating system’s user.${migrations} Write \`username\`.`;
  yield finding('config-user-key', user.key, sentence, fix);
}

function* history(
  { mapping }: Datasource,
  driver: string,
  text: string,
): Iterable<ConfigurationFinding> {
  const entry = entryOf(mapping, 'history');
  if (entry === undefined || driver === 'sqlite' || isEmpty(entry.value)) return;
  const sentence = `History is kept on SQLite only: on ${driver} this does nothing, and ui:history fails.`;
  yield finding(
    'config-history-driver',
    entry.key,
    sentence,
    ...removal('Remove `history`', text, entry),
  );
}

function* port({ mapping }: Datasource, driver: string): Iterable<ConfigurationFinding> {
  const entry = entryOf(mapping, 'port');
  if (isMySql(driver) && isEmpty(entry?.value)) {
    const written = entryOf(mapping, 'driver');
    if (written === undefined) return;
    const sentence = `Without \`port\`, ${driver} is looked for at 5432, PostgreSQL’s port. Write \`port: 3306\`.`;
    yield finding('config-mysql-port', entry?.key ?? written.value, sentence);
    return;
  }
  if (entry === undefined || !isServer(driver)) return;
  const { value } = entry;
  if (value.kind === 'scalar' && value.type === 'integer') return;
  const isText = value.kind === 'scalar' && value.type === 'text';
  if (isText && isMySql(driver)) {
    const digits = /^\d+$/u.test(String(value.value)) ? String(value.value) : undefined;
    const fallback = value.references[0]?.default;
    const number =
      digits ?? (fallback !== undefined && /^\d+$/u.test(fallback) ? fallback : undefined);
    const sentence = `This port is text${value.references.length > 0 ? ', as every `${…}` is' : ''}, and ${driver} takes numbers only: each query fails. Write the number itself.`;
    const fixes =
      number === undefined ? [] : [preferred(replacement(`Write ${number}`, value, number))];
    yield finding('config-port-text', value, sentence, ...fixes);
    return;
  }
  const isNumeric =
    isText && (value.references.length > 0 || /^\s*\d+\s*$/u.test(String(value.value)));
  if (isEmpty(value) || isNumeric) return;
  yield finding(
    'config-unusable-type',
    value,
    'A port must be a whole number: no connection can be made with this.',
  );
}

function* databaseForm({ mapping }: Datasource, driver: string): Iterable<ConfigurationFinding> {
  const node = entryOf(mapping, 'database')?.value;
  const database = textOf(node);
  if (node === undefined || database === undefined) return;
  if (/^[a-z][a-z0-9+]*:\/\//iu.test(database)) {
    const what = driver === 'sqlite' ? 'a file' : 'the database’s name';
    const sentence = `\`database\` is ${what}, not a URL; host, port, user and password have keys of their own.`;
    const file = /^sqlite:\/{3,4}(?<file>.+)$/iu.exec(database)?.groups?.['file'];
    const isFile = driver === 'sqlite' && file !== undefined;
    const fixes = isFile ? [preferred(replacement(`Change to \`${file}\``, node, file))] : [];
    yield finding('config-database-url', node, sentence, ...fixes);
  } else if (driver === 'sqlite' && database === ':memory:')
    yield finding(
      'config-memory-database',
      node,
      'A `:memory:` database is a new, empty one for every request, and migrations make another. Write a file, such as ./data/app.db.',
    );
}

/** QUANTUM_<NAME>_PATH replaces the database of pages, whatever the driver, but not of migrations. */
function* overridden(
  { name, mapping }: Datasource,
  { environment }: RuleContext,
): Iterable<ConfigurationFinding> {
  const variable = `QUANTUM_${name.toUpperCase()}_PATH`;
  const value = environment?.[variable];
  const written = entryOf(mapping, 'database');
  if (value === undefined || written === undefined) return;
  const sentence = `${variable} is set: pages use ${JSON.stringify(value)} instead of this, while \`quantum migrate\` uses this.`;
  yield finding('config-path-override', written.value, sentence);
}
