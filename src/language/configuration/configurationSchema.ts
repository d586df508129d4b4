import type { ConfigurationKey, ValueKind } from './configurationKey.js';
import { configurationKeys } from './configurationKeys.js';

/** A JSON Schema, draft-07. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The schema of `quantum.config.yaml` for editors, made from the same keys as the findings. */
export function configurationSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'quantum.config.yaml',
    description: 'The configuration of a project of quantum-framework 1.0.',
    ...mappingOf(configurationKeys),
    type: ['object', 'null'],
  };
}

function mappingOf(keys: readonly ConfigurationKey[]): JsonSchema {
  const required = keys.filter((key) => key.required === true).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key.name, schemaOf(key)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function schemaOf(key: ConfigurationKey): JsonSchema {
  const { default: value } = key;
  return {
    description: plain(key.doc),
    markdownDescription: key.doc,
    ...(value === undefined ? {} : { default: value }),
    ...(key.insteadUse === undefined ? {} : { deprecationMessage: `Write ${key.insteadUse}.` }),
    ...(key.readBy === undefined ? { deprecationMessage: 'Nothing reads it.' } : {}),
    ...valueOf(key),
  };
}

/** Descriptions of editors without Markdown show the marks. */
const plain = (doc: string): string => doc.replaceAll('`', '');

const reference: JsonSchema = { type: 'string', pattern: '\\$\\{' };

function valueOf(key: ConfigurationKey): JsonSchema {
  if (key.kind === 'mapping') return sectionOf(key);
  const bare = bareValue(key);
  // Text may hold a reference as it is; a key that is checked at start can have none.
  if (key.values !== undefined && key.openValues !== true)
    return { anyOf: [bare, ...otherSpellings(key), reference] };
  const isText = key.kind === 'text' || key.kind === 'path' || key.kind === 'url';
  const isChecked = key.strictness === 'always';
  return isText || isChecked || key.kind === 'modules' ? bare : { anyOf: [bare, reference] };
}

function otherSpellings({ values, furtherValues, ignoresCase }: ConfigurationKey): JsonSchema[] {
  if (ignoresCase !== true) return [];
  const names = [...(values ?? []).map(({ value }) => value), ...(furtherValues ?? [])];
  // A pattern of JSON Schema has no flag for it.
  const anyCase = (name: string): string =>
    name.replaceAll(/[A-Z]/gu, (letter) => `[${letter}${letter.toLowerCase()}]`);
  return [{ type: 'string', pattern: `^(${names.map(anyCase).join('|')})$` }];
}

function sectionOf(key: ConfigurationKey): JsonSchema {
  const type = key.strictness === 'always' ? 'object' : ['object', 'null'];
  if (key.entry !== undefined) return { type, additionalProperties: schemaOf(key.entry) };
  return key.keys === undefined ? {} : { ...mappingOf(key.keys), type };
}

function bareValue(key: ConfigurationKey): JsonSchema {
  if (key.name === 'login_url') return { type: ['string', 'null'], pattern: '^(/(?!/)|\\$\\{)' };
  if (key.values === undefined)
    return { ...typeOf(key.kind, key.name), ...(key.required === true ? { minLength: 1 } : {}) };
  const names = key.values.map(({ value }) => value);
  const docs = key.values.map(({ doc }) => doc);
  if (key.openValues === true) return { type: 'string', examples: names };
  return { enum: names, markdownEnumDescriptions: docs };
}

function typeOf(kind: ValueKind, name: string): JsonSchema {
  switch (kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'integer':
      return name === 'port'
        ? { type: 'integer', minimum: 1, maximum: 65535 }
        : { type: 'integer' };
    case 'text':
    case 'path':
    case 'url':
      return { type: 'string' };
    case 'modules':
      return { type: ['array', 'string', 'null'], items: { type: 'string' } };
    case 'mapping':
      return { type: 'object' };
    default:
      return kind satisfies never;
  }
}
