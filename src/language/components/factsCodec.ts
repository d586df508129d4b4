import { codecVersion, decodeSummary, encodeSummary } from '../project/summaryCodec.js';
import type { PageFacts } from './pageFacts.js';

/** Changes with anything that is kept of a file, or read out of it otherwise than before. */
export const factsVersion = `3.${codecVersion}`;

/** Facts as text, to be kept. */
export function encodeFacts({ summary, ...rest }: PageFacts): string {
  return JSON.stringify({ ...rest, summary: encodeSummary(summary) });
}

/** The facts of a text that {@link encodeFacts} made. */
export function decodeFacts(text: string): PageFacts {
  const { summary, ...rest } = JSON.parse(text) as Omit<PageFacts, 'summary'> & {
    summary: unknown[];
  };
  return { ...rest, summary: decodeSummary(summary) };
}
