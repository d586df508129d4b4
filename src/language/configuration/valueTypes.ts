import type { ConfigurationKey, ValueKind } from './configurationKey.js';
import { isEmpty, type ConfigurationNode } from './configurationDocument.js';

/** How a kind of value is spoken of. */
export const kindNames: Readonly<Record<ValueKind, string>> = {
  boolean: 'true or false',
  integer: 'a whole number',
  text: 'text',
  path: 'a path',
  url: 'a URL',
  modules: 'a list of module names',
  mapping: 'keys below it',
};

/** Whether a value is what its key wants. */
export function fits(key: ConfigurationKey, node: ConfigurationNode): boolean {
  switch (key.kind) {
    case 'mapping':
      return node.kind === 'mapping';
    case 'modules':
      return node.kind === 'sequence' || (node.kind === 'scalar' && node.type === 'text');
    case 'boolean':
      return node.kind === 'scalar' && node.type === 'boolean';
    case 'integer':
      return node.kind === 'scalar' && node.type === 'integer';
    case 'text':
    case 'path':
    case 'url':
      return node.kind === 'scalar' && node.type === 'text';
    default:
      return key.kind satisfies never;
  }
}

/** Whether a value of another type ends the server's start. */
export function stopsServer(key: ConfigurationKey, node: ConfigurationNode): boolean {
  const isNull = node.kind === 'scalar' && node.type === 'null';
  switch (key.strictness ?? 'never') {
    case 'always':
      return true;
    case 'unless-null':
      return !isNull;
    case 'unless-empty':
      return !isEmpty(node);
    case 'plain-values':
      return node.kind === 'scalar' && node.type !== 'text' && !isEmpty(node);
    case 'never':
      return false;
  }
}

/** A value as a sentence names it. */
export function describeValue(node: ConfigurationNode): string {
  if (node.kind === 'mapping') return 'a mapping';
  if (node.kind === 'sequence') return 'a list';
  switch (node.type) {
    case 'null':
      return 'empty';
    case 'boolean':
      return `the boolean ${String(node.value)}`;
    case 'integer':
    case 'float':
      return `the number ${String(node.value)}`;
    case 'date':
      return `the date ${String(node.value)}`;
    case 'text':
      return `the text ${JSON.stringify(shortened(String(node.value)))}`;
    default:
      return node.type satisfies never;
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
