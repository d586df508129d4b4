import type { ConfigurationEntry, ConfigurationNode } from './configurationDocument.js';
import { keyAt } from './configurationKeys.js';
import type { EnvironmentReference } from './environmentReferences.js';
import { keyMarkdown } from './keyDocumentation.js';
import { parseConfiguration } from './parseConfiguration.js';

export interface ConfigurationHover {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/** What stands at an offset of a `quantum.config.yaml`: a key, one of its known values, or a `${…}`. */
export function hoverConfiguration(text: string, offset: number): ConfigurationHover | undefined {
  const { content } = parseConfiguration(text);
  const path: string[] = [];
  let node = content;
  while (node?.kind === 'mapping') {
    const entry: ConfigurationEntry | undefined = entryAround(node.entries, offset);
    if (entry === undefined) return undefined;
    path.push(entry.name);
    if (offset <= entry.key.end) return keyHover(path, entry);
    node = entry.value;
  }
  return node === undefined ? undefined : valueHover(path, node, offset);
}

function entryAround(
  entries: readonly ConfigurationEntry[],
  offset: number,
): ConfigurationEntry | undefined {
  return entries.find(({ key, value, isMerged }) => {
    const end = Math.max(key.end, value.end);
    return !isMerged && offset >= key.start && offset <= end;
  });
}

function keyHover(
  path: readonly string[],
  { key }: ConfigurationEntry,
): ConfigurationHover | undefined {
  const known = keyAt(path);
  if (known === undefined) return undefined;
  const markdown = `\`${path.join('.')}\`\n\n${keyMarkdown(known)}`;
  return { markdown, start: key.start, end: key.end };
}

function valueHover(
  path: readonly string[],
  node: ConfigurationNode,
  offset: number,
): ConfigurationHover | undefined {
  if (node.kind === 'sequence') {
    const item = node.items.find(({ start, end }) => offset >= start && offset <= end);
    return item === undefined ? undefined : valueHover(path, item, offset);
  }
  if (node.kind !== 'scalar' || offset < node.start || offset > node.end) return undefined;
  const reference = node.references.find(({ start, end }) => offset >= start && offset <= end);
  if (reference !== undefined) return referenceHover(reference);
  const known = keyAt(path)?.values?.find(({ value }) => value === node.value);
  if (known === undefined) return undefined;
  return { markdown: `\`${known.value}\`: ${known.doc}`, start: node.start, end: node.end };
}

function referenceHover({
  name,
  default: value,
  start,
  end,
}: EnvironmentReference): ConfigurationHover {
  const otherwise =
    value === undefined
      ? 'Without it the server stops at start: there is no default.'
      : value === ''
        ? 'Without it: empty text.'
        : `Without it: \`${value}\`.`;
  const markdown = `The environment variable \`${name}\`, always as text. ${otherwise} Nothing reads a \`.env\` file.`;
  return { markdown, start, end };
}
