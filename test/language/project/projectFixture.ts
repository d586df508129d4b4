import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { rangeOf, type Finding, type Fix } from '../../../src/language/findings/finding.js';
import { checkFiles, indexOf, type CheckedPage } from '../../../src/language/project/checkFiles.js';
import type { ProjectIndex } from '../../../src/language/project/projectIndex.js';

/** Files by their paths; pages may leave their `q:component` out. */
export type Files = Readonly<Record<string, string>>;

/** The index of a project with those files. */
export function projectOf(files: Files): ProjectIndex {
  return indexOf(textsOf(files));
}

/** Each page of a project with what is found in it. */
export function checkedPages(files: Files): CheckedPage[] {
  const checked = [...checkFiles({ files: textsOf(files), catalogue: catalogueFor(null) })];
  return checked.filter((file) => file.kind === 'page');
}

/** What is found in the whole project, each as `path: code "marked text"`. */
export function found(files: Files, only?: RegExp): string[] {
  return checkedPages(files).flatMap(({ path, document, findings }) =>
    findings
      .filter(({ code }) => only?.test(code) ?? true)
      .map(
        (finding) => `${path}: ${finding.code} ${JSON.stringify(markedBy(finding, document.text))}`,
      ),
  );
}

/** The first fix for `code` in the project, and the text it is for. @throws when there is none */
export function fixFor(files: Files, code: string): { fix: Fix; text: string; path: string } {
  for (const { path, document, findings } of checkedPages(files)) {
    const finding = findings.find((one) => one.code === code);
    const fix = finding?.fixes?.(document)[0];
    if (fix) return { fix, text: document.text, path };
  }
  throw new Error(`No fix for ${code}`);
}

function markedBy(finding: Finding, text: string): string {
  const { start, end } = rangeOf(finding);
  return text.slice(start, end);
}

function textsOf(files: Files): Map<string, string> {
  return new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      path.endsWith('.q') && !/<q:(?:component|test|application)/.test(text)
        ? `<q:component name="p">${text}</q:component>`
        : text,
    ]),
  );
}
