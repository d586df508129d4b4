import { readFileSync } from 'node:fs';
import path from 'node:path';
import { summarise } from '../../language/project/summarise.js';
import { packPage } from '../../language/project/packedPage.js';
import { SyntaxDocument } from '../../language/syntax/document.js';
import { textOf } from '../../workspace/projectFiles.js';

/** The summary of a page's text. */
export function summaryOf(place: string, text: string): ReturnType<typeof summarise> {
  const dialect = place.endsWith('.test.q') ? 'test' : 'page';
  return summarise(new SyntaxDocument(text, dialect), place);
}

/** Reads pages one after the other, without waiting in between; those that are gone or no UTF-8 are left out. */
export function readPages(root: string, places: readonly string[]): string[] {
  const lines: string[] = [];
  for (const place of places) {
    const text = readText(path.join(root, place));
    if (text !== null) lines.push(packPage(summaryOf(place, text)));
  }
  return lines;
}

function readText(file: string): string | null {
  try {
    return textOf(readFileSync(file));
  } catch {
    return null;
  }
}
