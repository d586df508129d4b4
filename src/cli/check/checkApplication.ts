import path from 'node:path';
import { projectEvidence } from '../../framework/dialectEvidence.js';
import { catalogueFor } from '../../language/catalogue/catalogueFor.js';
import { detectDialect } from '../../language/catalogue/detectDialect.js';
import type { Catalogue } from '../../language/catalogue/types.js';
import { shownFindings } from '../../language/findings/shown.js';
import { ownership } from '../../language/ownership.js';
import { checkFiles, type CheckedFile } from '../../language/project/checkFiles.js';
import { roleOf } from '../../language/project/roles.js';
import { LineTable } from '../../language/text/lineTable.js';
import type { ApplicationFolder } from '../../workspace/applicationFolders.js';
import { readText, type TextReading } from '../../workspace/readText.js';
import { checkedFix, rangeAt, type CheckedFinding, type FileOfFindings } from './checkedFinding.js';
import { fileFinding } from './fileFinding.js';

const mark = '\uFEFF';

/** Checks the files of one application that `isWanted` (by their whole path); the others are what they refer to. */
export async function checkApplication(
  application: ApplicationFolder,
  base: string,
  isWanted: (file: string) => boolean,
): Promise<{ readonly findings: CheckedFinding[]; readonly files: number }> {
  const { root } = application;
  const told = (file: string): string =>
    path.relative(base, path.join(root, file)).split(path.sep).join('/');
  const { texts, unread } = await readAll(application);
  const findings: CheckedFinding[] = [];
  let files = 0;
  for (const checked of checkFiles({ files: texts, catalogue: await catalogueOf(root, texts) })) {
    if (!isWanted(path.join(root, checked.path))) continue;
    files += 1;
    if (!unread.has(checked.path)) findings.push(...findingsOf(checked, told));
  }
  for (const [file, reading] of unread) {
    if (!isWanted(path.join(root, file))) continue;
    const finding = fileFinding(told(file), reading);
    if (finding) findings.push(finding);
  }
  return { findings, files };
}

interface Texts {
  /** As `checkFiles` wants them; '' for files that could not be read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly unread: ReadonlyMap<string, TextReading>;
}

/** How many files are open at once. */
const openFiles = 32;

async function readAll({ root, files, isConfigured }: ApplicationFolder): Promise<Texts> {
  const readings = new Map<string, TextReading>();
  const waiting = files.filter((file) => roleOf(file) !== 'other');
  const next = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
      readings.set(file, await readText(path.join(root, file)));
  };
  await Promise.all(Array.from({ length: openFiles }, next));
  const texts = new Map<string, string>();
  const unread = new Map<string, TextReading>();
  for (const file of files) {
    const reading = readings.get(file);
    const text = reading?.kind === 'text' ? reading.text : '';
    const isPage = roleOf(file) === 'page';
    if (isPage && ownership(headOf(reading), isConfigured) === 'foreign') continue;
    texts.set(file, text);
    // A Python module may say itself what its encoding is.
    if (reading && reading.kind !== 'text' && roleOf(file) !== 'python') unread.set(file, reading);
  }
  return { texts, unread };
}

/** What tells whose file it is, as far as it could be read. */
function headOf(reading: TextReading | undefined): string {
  if (reading?.kind === 'text') return reading.text;
  return reading?.kind === 'otherEncoding' ? reading.before : '';
}

async function catalogueOf(root: string, texts: ReadonlyMap<string, string>): Promise<Catalogue> {
  const { installed, pins, files } = await projectEvidence(root);
  const read = [...texts].map(([file, text]) => ({ file, text }));
  const { release } = detectDialect({
    installed,
    pins,
    files: [...files, ...texts.keys()],
    texts: read.filter(({ file }) => ['page', 'configuration'].includes(roleOf(file))),
  });
  return catalogueFor(release);
}

function findingsOf(checked: CheckedFile, told: (file: string) => string): CheckedFinding[] {
  const text = checked.kind === 'page' ? checked.document.text : checked.text;
  const file: FileOfFindings = {
    file: told(checked.path),
    lines: new LineTable(text),
    hasMark: text.startsWith(mark),
  };
  if (checked.kind === 'page') {
    return shownFindings(checked.document, checked.findings, {}).map((finding) => ({
      file: file.file,
      ...rangeAt(file, finding.start, finding.end),
      severity: finding.severity,
      code: finding.code,
      message: finding.message,
      fixes: (finding.fixes?.() ?? []).map((fix) => checkedFix(file, fix, told)),
    }));
  }
  return checked.findings.map(({ start, end, severity, code, message, fixes }) => ({
    file: file.file,
    ...rangeAt(file, start, end),
    severity,
    code,
    message,
    fixes: fixes.map(({ title, edits, preferred }) => ({
      title,
      isPreferred: preferred === true,
      edits: edits.map((edit) => ({
        ...rangeAt(file, edit.start, edit.end),
        text: edit.newText,
      })),
    })),
  }));
}
