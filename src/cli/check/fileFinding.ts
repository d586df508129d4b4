import { fileCodes, type FileCode } from '../../language/findings/fileCodes.js';
import { LineTable } from '../../language/text/lineTable.js';
import type { TextReading } from '../../workspace/readText.js';
import { rangeAt, type CheckedFinding } from './checkedFinding.js';

/** The one finding of a file that is no text to look at; null for one that is. */
export function fileFinding(file: string, reading: TextReading): CheckedFinding | null {
  switch (reading.kind) {
    case 'text':
      return null;
    case 'otherEncoding':
      return finding(
        file,
        'file-encoding',
        reading.before,
        'The framework reads files as UTF-8, and this one is not from here on. Save it with the encoding UTF-8.',
      );
    case 'unreadable':
      return finding(
        file,
        'file-unreadable',
        '',
        `The file could not be read (${reading.reason}), so nothing in it was checked. Let its reader have it, or take it away.`,
      );
    default:
      return reading satisfies never;
  }
}

function finding(file: string, code: FileCode, before: string, message: string): CheckedFinding {
  const { severity } = fileCodes[code];
  const lines = new LineTable(before);
  const at = before.length;
  const place = { file, lines, hasMark: before.startsWith('\uFEFF') };
  return { file, ...rangeAt(place, at, at), severity, code, message, fixes: [] };
}
