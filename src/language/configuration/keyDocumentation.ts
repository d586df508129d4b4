import type { ConfigurationKey } from './configurationKey.js';
import { kindNames } from './valueTypes.js';

/** What a key is, as Markdown: purpose, type, default, values, and what reads it. */
export function keyMarkdown(key: ConfigurationKey): string {
  const parts = [key.doc, facts(key), valueList(key)];
  return parts.filter((part) => part !== '').join('\n\n');
}

function facts(key: ConfigurationKey): string {
  const lines = [
    `*Type:* ${kindNames[key.kind]}`,
    ...(key.default === undefined ? [] : [`*Default:* \`${shown(key.default)}\``]),
    ...(key.required === true ? ['*Required*'] : []),
    ...(key.environment === undefined ? [] : [`*Environment:* \`${key.environment}\``]),
    key.readBy === undefined ? '*Read by nothing*' : `*Read by:* ${key.readBy}`,
    ...(key.insteadUse === undefined ? [] : [`*Write instead:* \`${key.insteadUse}\``]),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

const shown = (value: string | number | boolean): string => (value === '' ? "''" : String(value));

function valueList({ values }: ConfigurationKey): string {
  return (values ?? []).map(({ value, doc }) => `- \`${value}\`: ${doc}`).join('\n');
}
