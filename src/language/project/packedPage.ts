import { searchedNames } from './componentSearch.js';
import type { ComponentSummary } from './componentSummary.js';
import { decodeSummary, encodeSummary } from './summaryCodec.js';

/**
 * A summary as text, read when somebody asks for it: most pages of a large project are never looked at. One
 * line each, so that thousands cross threads and come from disk as one text.
 */
export interface PackedPage {
  readonly path: string;
  /** Keys of the components it names, with `|` between them. */
  readonly mentions: string;
  readonly json: string;
}

/** The line of a page: path, mentions and summary with tabs between them. */
export function packPage(summary: ComponentSummary): string {
  const path = JSON.stringify(summary.path).slice(1, -1);
  return `${path}\t${mentionsOf(summary)}\t${JSON.stringify(encodeSummary(summary))}`;
}

/** The page of a line that `packPage` made; null for any other text. */
export function unpackPage(line: string): PackedPage | null {
  const first = line.indexOf('\t');
  const second = line.indexOf('\t', first + 1);
  if (first <= 0 || second < 0 || !line.endsWith(']')) return null;
  const path = line.slice(0, first);
  return {
    path: path.includes('\\') ? (JSON.parse(`"${path}"`) as string) : path,
    mentions: line.slice(first + 1, second),
    json: line.slice(second + 1),
  };
}

/** The summary of a packed page. */
export function summaryIn({ json }: PackedPage): ComponentSummary {
  return decodeSummary(JSON.parse(json) as unknown[]);
}

/** What `mentions` is for a summary. */
export function mentionsOf(summary: ComponentSummary): string {
  return [...searchedNames(summary)].join('|');
}
