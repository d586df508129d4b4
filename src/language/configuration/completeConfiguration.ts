import type { ConfigurationKey } from './configurationKey.js';
import { keyAt, keysBelow } from './configurationKeys.js';
import { placeAt, type ConfigurationPlace } from './configurationPlace.js';
import { keyMarkdown } from './keyDocumentation.js';
import { kindNames } from './valueTypes.js';

export interface ConfigurationCompletion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'variable' | 'name';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly insertText: string;
  /** Whether `insertText` has `${1:…}` places to fill in. */
  readonly isSnippet: boolean;
  /** The range it replaces. */
  readonly start: number;
  readonly end: number;
}

export interface CompletionContext {
  /** Names of the server’s environment variables. */
  readonly environmentNames?: readonly string[];
  /** Dotted names of the project’s Python modules. */
  readonly modules?: readonly string[];
}

/** What can be written at an offset of a `quantum.config.yaml`, half-typed text included. */
export function completeConfiguration(
  text: string,
  offset: number,
  context: CompletionContext = {},
): ConfigurationCompletion[] {
  const place = placeAt(text, offset);
  if (place === undefined) return [];
  if (place.reference !== undefined) return variables(text, place.reference, offset, context);
  switch (place.kind) {
    case 'key':
      return keys(place);
    case 'value':
      return values(place, context);
    case 'item':
      return place.path.join('.') === 'services' ? modules(place, context) : [];
    default:
      return place.kind satisfies never;
  }
}

function keys(place: ConfigurationPlace): ConfigurationCompletion[] {
  const { path, siblings, start, end } = place;
  if (path.join('.') === 'datasources') return [datasource(place)];
  return keysBelow(path)
    .filter(({ name, readBy, insteadUse }) => {
      const isWorthWriting = readBy !== undefined && insteadUse === undefined;
      return isWorthWriting && !siblings.includes(name);
    })
    .map((key) => ({
      label: key.name,
      kind: 'key',
      detail: kindNames[key.kind],
      documentation: keyMarkdown(key),
      ...insertion(key, place),
      start,
      end,
    }));
}

/** A key with what belongs behind it: its default, its choices, or its keys on the next line. */
function insertion(
  key: ConfigurationKey,
  { indent, siblings }: ConfigurationPlace,
): { readonly insertText: string; readonly isSnippet: boolean } {
  const inner = ' '.repeat(indent + 2);
  if (key.name === 'datasources')
    return {
      insertText: `datasources:\n${inner}${datasourceSnippet(indent + 2)}`,
      isSnippet: true,
    };
  if (key.kind === 'mapping') return { insertText: `${key.name}:\n${inner}$0`, isSnippet: true };
  if (key.kind === 'modules') return { insertText: `${key.name}:\n${inner}- $0`, isSnippet: true };
  const filled = snippetValue(key, siblings);
  return { insertText: `${key.name}: ${filled}`, isSnippet: filled.includes('$') };
}

function snippetValue(key: ConfigurationKey, siblings: readonly string[]): string {
  if (key.kind === 'boolean') {
    const first = key.default === true ? 'false' : 'true';
    return `\${1|${first},${first === 'true' ? 'false' : 'true'}|}`;
  }
  if (key.values !== undefined && key.openValues !== true)
    return `\${1|${key.values.map(({ value }) => value).join(',')}|}`;
  if (key.isSecret === true) return '\\${${1:' + secretName(key, siblings) + '}\\}';
  return key.default === undefined || key.default === '' ? '$1' : `\${1:${key.default}}`;
}

/** The variable a secret usually comes from. */
const secretName = (key: ConfigurationKey, siblings: readonly string[]): string =>
  key.environment ?? (siblings.includes('driver') ? 'DB_PASSWORD' : 'MAIL_PASSWORD');

function datasource({ start, end, indent }: ConfigurationPlace): ConfigurationCompletion {
  const key = keyAt(['datasources', 'db']);
  return {
    label: 'db',
    kind: 'name',
    detail: 'a datasource',
    ...(key === undefined ? {} : { documentation: keyMarkdown(key) }),
    insertText: datasourceSnippet(indent),
    isSnippet: true,
    start,
    end,
  };
}

function datasourceSnippet(indent: number): string {
  const inner = ' '.repeat(indent + 2);
  return `\${1:db}:\n${inner}driver: \${2|sqlite,postgresql,mysql,mariadb|}\n${inner}database: \${3:./data/app.db}`;
}

function values(place: ConfigurationPlace, context: CompletionContext): ConfigurationCompletion[] {
  const key = keyAt(place.path);
  if (key === undefined) return [];
  if (key.kind === 'modules') return modules(place, context);
  const make = (label: string, documentation?: string): ConfigurationCompletion => ({
    label,
    kind: 'value',
    ...(label === String(key.default) ? { detail: 'default' } : {}),
    ...(documentation === undefined ? {} : { documentation }),
    insertText: label,
    isSnippet: false,
    start: place.start,
    end: place.end,
  });
  if (key.kind === 'boolean') return [make('true'), make('false')];
  const offered = (key.values ?? []).map(({ value, doc }) => make(value, doc));
  const isOffered = key.values?.some(({ value }) => value === key.default) ?? false;
  if (key.default === undefined || key.default === '' || isOffered) return offered;
  return [...offered, make(String(key.default), key.doc)];
}

function modules(
  { start, end }: ConfigurationPlace,
  { modules: names = [] }: CompletionContext,
): ConfigurationCompletion[] {
  return names.map((name) => ({
    label: name,
    kind: 'name',
    insertText: name,
    isSnippet: false,
    start,
    end,
  }));
}

function variables(
  text: string,
  start: number,
  offset: number,
  { environmentNames = [] }: CompletionContext,
): ConfigurationCompletion[] {
  const rest = /^\w*/u.exec(text.slice(offset))?.[0] ?? '';
  const end = offset + rest.length;
  const isClosed = /^(?:\}|:)/u.test(text.slice(end));
  const written = [...text.matchAll(/\$\{(?<name>[A-Za-z_]\w*)[:}]/gu)].map(
    (match) => match.groups?.['name'] ?? '',
  );
  return [...new Set([...written, ...environmentNames])].sort().map((name) => ({
    label: name,
    kind: 'variable',
    detail: environmentNames.includes(name) ? 'set in the environment' : 'used in this file',
    insertText: isClosed ? name : `${name}}`,
    isSnippet: false,
    start,
    end,
  }));
}
