import {
  countingEntries,
  entryOf,
  isEmpty,
  textOf,
  type ConfigurationEntry,
  type ConfigurationMapping,
} from '../configurationDocument.js';
import type { ConfigurationFinding, ConfigurationFix } from '../configurationFinding.js';
import { expandReferences } from '../environmentReferences.js';
import { drivers } from '../keys/datasourceKeys.js';
import { nearestName } from '../nearestName.js';
import { connectionRules } from './connectionRules.js';
import { finding, preferred, replacement, type RuleContext } from './rule.js';

/** One declared datasource, as the rules look at it. */
export interface Datasource {
  readonly name: string;
  readonly entry: ConfigurationEntry;
  readonly mapping: ConfigurationMapping;
  /** The driver as the framework sees it; undefined when it depends on an environment that is not known. */
  readonly driver: string | undefined;
  readonly database: string | undefined;
}

/** What is wrong with a declared datasource before anyone connects. */
export function* datasourceRules(context: RuleContext): Iterable<ConfigurationFinding> {
  const section = entryOf(context.document.content, 'datasources')?.value;
  if (section?.kind !== 'mapping') return;
  for (const entry of countingEntries(section)) {
    if (entry.value.kind !== 'mapping') continue;
    const { name } = entry;
    const { value: mapping } = entry;
    const expanded = (key: string): string | undefined => {
      const text = textOf(entryOf(mapping, key)?.value);
      return text === undefined ? undefined : expandReferences(text, context.environment ?? {});
    };
    const [driver, database] = [expanded('driver'), expanded('database')];
    const datasource: Datasource = { name, entry, mapping, driver, database };
    yield* missing(datasource, context.document.text);
    yield* driverName(datasource);
    yield* connectionRules(datasource, context);
  }
}

function* missing(datasource: Datasource, text: string): Iterable<ConfigurationFinding> {
  const { name, entry, mapping } = datasource;
  const driver = entryOf(mapping, 'driver');
  const type = entryOf(mapping, 'type');
  if (isEmpty(driver?.value) || datasource.driver === '') {
    if (type !== undefined && driver === undefined) {
      const sentence = `The datasource \`${name}\` has a \`type\`, and the server wants it as \`driver\`: it stops at start.`;
      yield finding(
        'config-datasource-type',
        type.key,
        sentence,
        preferred(replacement('Change to `driver`', type.key, 'driver')),
      );
    } else {
      const sentence = `The datasource \`${name}\` has no \`driver\`, and the server stops at start. The drivers are ${driverList}.`;
      yield finding(
        'config-datasource-driver-missing',
        driver?.key ?? entry.key,
        sentence,
        ...addition(datasource, text, driver, 'driver', 'sqlite'),
      );
    }
  } else if (type !== undefined) {
    const sentence = `\`driver\` is there too, and decides: \`type\` has no effect.`;
    yield finding('config-unread-key', type.key, sentence);
  }
  const database = entryOf(mapping, 'database');
  const isThere = !isEmpty(database?.value) && datasource.database !== '';
  if (isThere) return;
  const sentence = `The datasource \`${name}\` has no \`database\`, and the server stops at start: for SQLite write the file, otherwise the database’s name.`;
  const meant =
    datasource.driver === undefined || datasource.driver === 'sqlite' ? `./data/${name}.db` : name;
  yield finding(
    'config-datasource-database-missing',
    database?.key ?? entry.key,
    sentence,
    ...addition(datasource, text, database, 'database', meant),
  );
}

const driverList = drivers.map(({ value }) => value).join(', ');

/** A fix that gives a key its value: behind the empty key, or on a line of its own before the first one. */
function addition(
  { mapping }: Datasource,
  text: string,
  written: ConfigurationEntry | undefined,
  key: string,
  value: string,
): ConfigurationFix[] {
  const title = `Add \`${key}: ${value}\``;
  if (written !== undefined) {
    const { start, end, kind } = written.value;
    if (kind !== 'scalar' || written.isMerged) return [];
    return [
      replacement(title, { start, end }, start === written.key.end + 1 ? ` ${value}` : value),
    ];
  }
  const first = mapping.entries.find(({ isMerged }) => !isMerged);
  if (mapping.isFlow) {
    const at = { start: mapping.start + 1, end: mapping.start + 1 };
    return [replacement(title, at, `${key}: ${value}${mapping.entries.length > 0 ? ', ' : ''}`)];
  }
  if (first === undefined) return [];
  const { start } = first.key;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (indent.trim() !== '') return [];
  return [replacement(title, { start, end: start }, `${key}: ${value}\n${indent}`)];
}

function* driverName({ name, mapping, driver }: Datasource): Iterable<ConfigurationFinding> {
  const node = entryOf(mapping, 'driver')?.value;
  if (node === undefined || isEmpty(node) || driver === '') return;
  if (driver === undefined && node.kind === 'scalar' && node.references.length > 0) return;
  if (drivers.some(({ value }) => value === driver)) return;
  const lower = driver?.toLowerCase() ?? '';
  const exact =
    lower === 'postgres' ? 'postgresql' : drivers.find(({ value }) => value === lower)?.value;
  if (exact !== undefined) {
    const migrations = ['postgresql', 'sqlite'].includes(exact)
      ? '; only migrations understand it'
      : '';
    const sentence = `Pages fail with “Unsupported database type: ${driver ?? ''}”${migrations}. Write \`${exact}\`.`;
    yield finding(
      'config-driver-name',
      node,
      sentence,
      preferred(replacement(`Change to \`${exact}\``, node, exact)),
    );
    return;
  }
  const near = nearestName(lower, [...drivers.map(({ value }) => value)]);
  const sentence = `The framework has no driver \`${driver ?? ''}\`: every query on \`${name}\` fails. The drivers are ${driverList}.`;
  const fixes =
    near === undefined ? [] : [preferred(replacement(`Change to \`${near}\``, node, near))];
  yield finding('config-driver-unknown', node, sentence, ...fixes);
}
