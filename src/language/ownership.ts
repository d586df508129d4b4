/**
 * `.q` is the suffix of Quantum and of kdb+. A file is ours when its first element is a Quantum one, or
 * when a Quantum configuration lies above it; every other file stays with its own extension.
 */
export type Ownership = 'quantum' | 'foreign';

const roots = new Set(['component', 'application', 'job']);
const prefixes = new Set(['q', 'ui', 'qg', 'qt', 'qtest', 'test']);
const quantumNamespace = /\sxmlns:[\w.-]+\s*=\s*["']https:\/\/quantum\.lang\//;

/** What may stand before the root of an XML document: space, comments, instructions, a DOCTYPE. */
const prolog = /^(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\])*>)/;
/** A start tag up to where its attributes end or the text does: a tag being typed counts. */
const startTag = /^<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)?((?:[^<>"']|"[^"]*"|'[^']*')*)/;

/** Whether the first element of `text` is a Quantum one. The beginning of a file (64 KB) is enough. */
export function startsWithQuantum(text: string): boolean {
  let rest = text.replace(/^\uFEFF/, '');
  for (let match = prolog.exec(rest); match; match = prolog.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  const tag = startTag.exec(rest);
  if (!tag) return false;
  const [, prefix, name, attributes] = tag;
  if (prefix !== undefined && prefixes.has(prefix)) return true;
  if (name !== undefined && roots.has(name)) return true;
  return attributes !== undefined && quantumNamespace.test(attributes);
}

/** Whose file `text` is. `configurationAbove`: a `quantum.config.yaml` lies in a folder above it. */
export function ownership(text: string, configurationAbove: boolean): Ownership {
  return configurationAbove || startsWithQuantum(text) ? 'quantum' : 'foreign';
}
