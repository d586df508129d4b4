import path from 'node:path';

const longest = 100;
const longestParent = 40;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The beginning of `text`, at most `room` code points, no character of a person's cut in two. */
function shorten(text: string, room: number): string {
  let short = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    used += Array.from(segment).length;
    if (used > room) break;
    short += segment;
  }
  return short.trim();
}

/** A folder's name as a project's name: one line, no space at its ends, at most 100 characters. */
function tidy(name: string): string {
  const line = name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return shorten(line, longest);
}

/** Cuts the name, not the ending that tells it from another. */
function withEnding(name: string, ending: string): string {
  return `${shorten(name, longest - Array.from(ending).length)}${ending}`;
}

/**
 * Names for a folder's project, best first, without end: `shop`, then `shop — clients` after the folder
 * it lies in (what a person would call it), then `shop (2)`, `shop (3)` …
 */
export function* namesFor(rootPath: string | null, wanted?: string): Generator<string> {
  const name = tidy(wanted ?? (rootPath === null ? '' : path.basename(rootPath))) || 'Project';
  yield name;
  const parent = rootPath === null ? '' : tidy(path.basename(path.dirname(rootPath)));
  if (parent) yield withEnding(name, ` — ${shorten(parent, longestParent)}`);
  for (let number = 2; ; number++) yield withEnding(name, ` (${number})`);
}

/** The first of `names` that is free. */
export async function firstFree(
  names: Iterable<string>,
  taken: (name: string) => Promise<boolean>,
): Promise<string> {
  for (const name of names) if (!(await taken(name))) return name;
  throw new Error('Every name is taken');
}
