import { configurationKeys, keysBelow } from '../configurationKeys.js';
import {
  entryOf,
  type ConfigurationEntry,
  type ConfigurationNode,
} from '../configurationDocument.js';
import type { ConfigurationFinding, ConfigurationFix } from '../configurationFinding.js';
import { nearestName } from '../nearestName.js';
import { finding, preferred, removal, replacement, type RuleContext } from './rule.js';
import { dotted, placedEntries, type PlacedEntry } from './walk.js';

/** Names other tools use for a datasource's keys. */
const usualNames: Readonly<Record<string, string>> = {
  dbname: 'database',
  db: 'database',
  name: 'database',
  path: 'database',
  file: 'database',
  filename: 'database',
  sqlite_path: 'database',
  pass: 'password',
  passwd: 'password',
  hostname: 'host',
  server: 'host',
  dialect: 'driver',
  engine: 'driver',
  adapter: 'driver',
};

/** Sections whose keys the server joins to one line: a key that is no text ends its start. */
const joined = new Set(['server', 'paths', 'performance', 'security', 'logging', 'mail']);

/** Names nothing reads, older names, and keys that are no text. */
export function* keyRules({ document }: RuleContext): Iterable<ConfigurationFinding> {
  for (const place of placedEntries(document.content)) {
    const { key, entry } = place;
    if (entry.key.type !== 'text') yield* notText(place);
    else if (key === undefined) yield unknown(place, document.text);
    else if (key.readBy === undefined) yield unread(place, document.text);
    else if (key.insteadUse !== undefined && place.path[0] !== 'datasources')
      yield older(place, key.insteadUse);
  }
  yield* duplicates(document.content, document.text, new Set());
}

function* notText(place: PlacedEntry): Iterable<ConfigurationFinding> {
  const { path, entry } = place;
  const isJoined = path.length === 0 || (path.length === 1 && joined.has(path[0] ?? ''));
  const quoted = preferred(
    replacement('Put the key in quotes', entry.key, `"${entry.key.source}"`),
  );
  const what = `The key \`${entry.key.source}\` is no text`;
  if (isJoined || (path.length === 2 && path[0] === 'datasources'))
    yield finding(
      'config-key-not-text',
      entry.key,
      `${what}, and the server stops at start.`,
      quoted,
    );
  else if (path[0] === 'datasources')
    yield finding(
      'config-unusable-type',
      entry.key,
      `${what}: no \`datasource="${entry.name}"\` finds it.`,
      quoted,
    );
}

function unknown(place: PlacedEntry, text: string): ConfigurationFinding {
  const { path, entry, siblings } = place;
  const absent = keysBelow(
    path.length === 2 && path[0] === 'datasources' ? ['datasources', 'x'] : path,
  )
    .filter((key) => key.readBy !== undefined && key.insteadUse === undefined)
    .map(({ name }) => name)
    .filter((name) => entryOf(siblings, name) === undefined);
  const usual = path.length === 2 ? usualNames[entry.name.toLowerCase()] : undefined;
  const near =
    usual !== undefined && absent.includes(usual) ? usual : nearestName(entry.name, absent);
  const fixes = [
    ...(near === undefined
      ? []
      : [preferred(replacement(`Change to \`${near}\``, entry.key, near))]),
    ...removalOfPlace(place, text),
  ];
  const hint = near === undefined ? elsewhere(place) : ` Did you mean \`${near}\`?`;
  const code = path.length === 0 ? 'config-unknown-section' : 'config-unknown-key';
  return finding(code, entry.key, `Nothing reads \`${dotted(place)}\`.${hint}`, ...fixes);
}

/** A section must not be left empty: that would stop the server. */
function removalOfPlace({ path, entry, siblings }: PlacedEntry, text: string): ConfigurationFix[] {
  if (path.length > 0 && siblings.entries.length === 1) return [];
  return removal(`Remove \`${entry.name}\``, text, entry);
}

/** Where a name that is unknown here would be known, and what the keys of a datasource can not say. */
function elsewhere({ path, entry }: PlacedEntry): string {
  if (path.length === 0) {
    const home = configurationKeys.find(({ keys }) =>
      keys?.some(({ name, readBy }) => name === entry.name && readBy !== undefined),
    );
    return home === undefined ? '' : ` It belongs below \`${home.name}:\`.`;
  }
  if (path[0] === 'datasources')
    return ' Only host, port, database, username and password reach the driver.';
  return path[0] === 'security' ? ' It protects nothing.' : '';
}

function unread(place: PlacedEntry, text: string): ConfigurationFinding {
  const { entry } = place;
  const sentence = `The framework knows the name \`${dotted(place)}\`, but nothing reads it: it has no effect.`;
  return finding('config-unread-key', entry.key, sentence, ...removalOfPlace(place, text));
}

function older(place: PlacedEntry, name: string): ConfigurationFinding {
  const { entry, siblings } = place;
  const isFree = entryOf(siblings, name) === undefined;
  const sentence = isFree
    ? `\`${dotted(place)}\` is the older name of \`${name}\`.`
    : `\`${name}\` is there too, and wins over the older name \`${entry.name}\`.`;
  const fix = preferred(replacement(`Change to \`${name}\``, entry.key, name));
  return finding('config-older-key', entry.key, sentence, ...(isFree ? [fix] : []));
}

function* duplicates(
  node: ConfigurationNode | undefined,
  text: string,
  seen: Set<ConfigurationNode>,
): Iterable<ConfigurationFinding> {
  if (node === undefined || node.kind === 'scalar' || seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'sequence') {
    for (const item of node.items) yield* duplicates(item, text, seen);
    return;
  }
  const last = new Map<string, ConfigurationEntry>();
  for (const entry of node.entries) if (!entry.isMerged) last.set(entry.name, entry);
  for (const entry of node.entries) {
    yield* duplicates(entry.value, text, seen);
    if (entry.isMerged || last.get(entry.name) === entry) continue;
    const sentence = `\`${entry.name}\` is written again below, and only the last one counts: everything here is lost.`;
    yield finding(
      'config-duplicate-key',
      entry.key,
      sentence,
      ...removal('Remove this one', text, entry),
    );
  }
}
