import { configurationCodes, type ConfigurationCode } from '../codes.js';
import type { ConfigurationDocument, ConfigurationEntry } from '../configurationDocument.js';
import type { ConfigurationFinding, ConfigurationFix, TextEdit } from '../configurationFinding.js';
import type { Environment } from '../environmentReferences.js';

export interface RuleContext {
  readonly document: ConfigurationDocument;
  /** Undefined when the server's environment is not known: then nothing is said about it. */
  readonly environment: Environment | undefined;
}

export type ConfigurationRule = (context: RuleContext) => Iterable<ConfigurationFinding>;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A finding with its code's severity. */
export function finding(
  code: ConfigurationCode,
  { start, end }: Range,
  message: string,
  ...fixes: readonly ConfigurationFix[]
): ConfigurationFinding {
  return { code, severity: configurationCodes[code].severity, start, end, message, fixes };
}

/** A fix that replaces one range. */
export function replacement(title: string, range: Range, newText: string): ConfigurationFix {
  return { title, edits: [{ start: range.start, end: range.end, newText }] };
}

/** The same fix, marked as the one that is meant. */
export function preferred(fix: ConfigurationFix): ConfigurationFix {
  return { ...fix, preferred: true };
}

/** The edit that takes an entry of a block mapping out with its lines; undefined inside braces. */
export function removalOf(text: string, entry: ConfigurationEntry): TextEdit | undefined {
  const start = text.lastIndexOf('\n', entry.key.start - 1) + 1;
  if (text.slice(start, entry.key.start).trim() !== '') return undefined;
  const valueEnd = Math.max(entry.key.end, entry.value.end);
  const isWholeLines = valueEnd > 0 && text[valueEnd - 1] === '\n';
  const lineEnd = isWholeLines ? valueEnd - 1 : text.indexOf('\n', valueEnd);
  return { start, end: lineEnd < 0 ? text.length : lineEnd + 1, newText: '' };
}

/** A fix that takes an entry out; none inside braces. */
export function removal(
  title: string,
  text: string,
  entry: ConfigurationEntry,
): ConfigurationFix[] {
  const edit = removalOf(text, entry);
  return edit === undefined ? [] : [{ title, edits: [edit] }];
}
