import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { JobLogLine } from '../../../protocol/jobs.js';

export const segmentName = (id: number, index: number): string => `job-${id}-${index}.jsonl`;

/** Indices of a job's segments on disk, oldest first. */
export function segmentsOf(directory: string, id: number): number[] {
  const pattern = new RegExp(`^job-${id}-(\\d+)\\.jsonl$`);
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return [];
  }
  return names
    .map((name) => pattern.exec(name)?.[1])
    .filter((index) => index !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

/** Deletes all of a job's lines. */
export function deleteJobLog(directory: string, id: number): void {
  for (const index of segmentsOf(directory, id)) {
    rmSync(path.join(directory, segmentName(id, index)), { force: true });
  }
}

/** A line as written, or null for one that a kill cut off. */
export function parseLine(text: string): JobLogLine | null {
  try {
    return JSON.parse(text) as JobLogLine;
  } catch {
    return null;
  }
}

/** Seq of a segment's last whole line; 0 when there is none. */
export function readLastSeq(file: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 0;
  }
  for (const line of text.split('\n').reverse()) {
    const seq = parseLine(line)?.seq;
    if (seq !== undefined) return seq;
  }
  return 0;
}
