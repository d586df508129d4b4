import type { ConfigurationKey } from '../configurationKey.js';
import { isEmpty, type ConfigurationScalar } from '../configurationDocument.js';
import type { ConfigurationFinding, ConfigurationFix } from '../configurationFinding.js';
import { describeValue, fits, kindNames, stopsServer } from '../valueTypes.js';
import { finding, preferred, removal, replacement, type RuleContext } from './rule.js';
import { dotted, placedEntries, type PlacedEntry } from './walk.js';

/** Values of a type their key does not take. */
export function* typeRules({ document }: RuleContext): Iterable<ConfigurationFinding> {
  for (const place of placedEntries(document.content)) {
    const { key, entry, path } = place;
    if (key === undefined || isDecidedByDatasource(path, key) || fits(key, entry.value)) continue;
    const found = stopsServer(key, entry.value)
      ? stopping(place, key, document.text)
      : misread(place, key);
    if (found !== undefined) yield found;
  }
}

/** Driver, database and the port of a datasource have rules of their own. */
const isDecidedByDatasource = (path: readonly string[], { name }: ConfigurationKey): boolean =>
  path.length === 2 && ['driver', 'type', 'port'].includes(name);

function stopping(place: PlacedEntry, key: ConfigurationKey, text: string): ConfigurationFinding {
  const { entry } = place;
  const name = dotted(place);
  const { value } = entry;
  if (key.kind === 'mapping' && isEmpty(value)) {
    const nothing = value.kind === 'scalar' && value.type === 'null';
    const range = nothing ? entry.key : value;
    const sentence = `\`${name}\` holds nothing, and the server stops at start: write its keys below it, or take it out to use the defaults.`;
    return finding(
      'config-empty-section',
      range,
      sentence,
      ...removal(`Remove \`${entry.name}\``, text, entry),
    );
  }
  const range = value.start === value.end ? entry.key : value;
  const isReference = value.kind === 'scalar' && value.references.length > 0;
  if (isReference && (key.kind === 'integer' || key.kind === 'boolean')) {
    const sentence = `\`${name}\` must be ${kindNames[key.kind]}, and \`\${…}\` always gives text: the server stops at start. Write the value itself.`;
    return finding('config-reference-not-text', range, sentence, ...defaultOf(value, key));
  }
  const sentence = `\`${name}\` is ${describeValue(value)}; the server stops at start because it wants ${kindNames[key.kind]}.`;
  return finding('config-wrong-type', range, sentence, ...conversion(value, key));
}

function misread(place: PlacedEntry, key: ConfigurationKey): ConfigurationFinding | undefined {
  const { value, key: written } = place.entry;
  const name = dotted(place);
  if (value.kind === 'scalar') {
    if (value.type === 'null' && key.emptyFails !== true) return undefined;
    if (key.isConverted === true && isConvertible(value, key)) return undefined;
    // Any number but zero is true, and so is every text but the empty one.
    if (key.kind === 'boolean' && value.type === 'integer') return undefined;
  } else if (isEmpty(value)) return undefined;
  if (key.readBy === undefined) return undefined;
  const range = value.start === value.end ? written : value;
  return finding(
    'config-unusable-type',
    range,
    misreadSentence(place, key, name),
    ...conversion(value, key),
  );
}

function misreadSentence({ entry }: PlacedEntry, key: ConfigurationKey, name: string): string {
  const { value } = entry;
  const what = describeValue(value);
  const type = value.kind === 'scalar' ? value.type : value.kind;
  if (type === 'null')
    return `\`${name}\` is empty, and its default does not stand in: what reads it (${key.readBy ?? 'nothing'}) fails.`;
  if (key.kind === 'boolean' && type === 'text')
    return `\`${name}\` is ${what}, and any text counts as true, “false” too. Write true or false without quotes.`;
  if (key.kind === 'text' || key.kind === 'path' || key.kind === 'url')
    return `\`${name}\` is ${what}, not text: put it in quotes, or what reads it (${key.readBy ?? 'nothing'}) fails.`;
  return `\`${name}\` is ${what} where ${kindNames[key.kind]} belongs: the server starts, and ${key.readBy ?? 'nothing'} will fail.`;
}

function isConvertible(value: ConfigurationScalar, key: ConfigurationKey): boolean {
  if (value.references.length > 0 || key.kind === 'boolean') return true;
  if (key.kind === 'integer') return /^\s*\d+\s*$/u.test(String(value.value));
  return value.type === 'integer' && String(value.value) === value.source;
}

/** What the value would be in the type that is wanted. */
function conversion(
  value: PlacedEntry['entry']['value'],
  key: ConfigurationKey,
): ConfigurationFix[] {
  if (value.kind !== 'scalar' || value.style === 'block' || value.source === '') return [];
  const written = String(value.value);
  if (key.kind === 'integer' && value.type === 'text' && /^\d+$/u.test(written))
    return [preferred(replacement('Take the quotes away', value, written))];
  if (key.kind === 'boolean') {
    const truth = truths[written.toLowerCase()];
    if (truth === undefined) return [];
    return [preferred(replacement(`Write ${truth}`, value, truth))];
  }
  const isTextual = key.kind === 'text' || key.kind === 'path' || key.kind === 'url';
  if (isTextual && value.type !== 'text' && value.type !== 'null')
    return [preferred(replacement('Put it in quotes', value, `"${value.source}"`))];
  return [];
}

const truths: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  '1': 'true',
  false: 'false',
  no: 'false',
  off: 'false',
  '0': 'false',
};

/** The default of a reference, when it has the type that is wanted. */
function defaultOf(value: ConfigurationScalar, key: ConfigurationKey): ConfigurationFix[] {
  const fallback = value.references[0]?.default?.trim();
  const isFit =
    fallback !== undefined &&
    (key.kind === 'integer' ? /^\d+$/u : /^(?:true|false)$/u).test(fallback);
  return isFit ? [replacement(`Write ${fallback}`, value, fallback)] : [];
}
