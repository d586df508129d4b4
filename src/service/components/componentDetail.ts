import type { Catalogue } from '../../language/catalogue/types.js';
import { reaching } from '../../language/components/reaching.js';
import { testsIn } from '../../language/components/testsIn.js';
import type { ProjectComponent } from '../../language/components/componentsOf.js';
import { codeInfo } from '../../language/findings/codes.js';
import { DocumentFindings } from '../../language/findings/documentFindings.js';
import { rangeOf } from '../../language/findings/finding.js';
import { pageBehind } from '../../language/navigation/relatedFiles.js';
import type { ProjectView } from '../../language/project/projectView.js';
import { summarise } from '../../language/project/summarise.js';
import { SyntaxDocument } from '../../language/syntax/document.js';
import { LineTable } from '../../language/text/lineTable.js';
import type { ComponentDetail, ComponentTest } from '../../protocol/components.js';
import { stampsBelow } from '../../workspace/fileStamps.js';
import { textOf } from './readProject.js';

/** What the text of a component says: what it takes and asks for, and what is wrong in it by itself. */
export function partsOf(
  path: string,
  text: string,
  catalogue: Catalogue,
): Pick<ComponentDetail, 'params' | 'slots' | 'queries' | 'findings'> {
  const document = new SyntaxDocument(text, 'page');
  const lines = new LineTable(text);
  const placeAt = (offset: number): { line: number; column: number } => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  const { params, slots, queries } = summarise(document, path);
  return {
    params: params.map(({ name, type, isRequired, default: standard, start }) => ({
      ...{ name, type, required: isRequired, default: standard },
      ...placeAt(start),
    })),
    slots: [...slots],
    queries: queries.map(({ name, datasource, start }) => ({
      name,
      datasource,
      ...placeAt(start),
    })),
    findings: new DocumentFindings(document, catalogue, path)
      .all()
      .map((finding) => ({ finding, start: rangeOf(finding).start }))
      .sort((a, b) => a.start - b.start)
      .map(({ finding: { code, message }, start }) => ({
        ...{ code, severity: codeInfo(code).severity, message },
        ...placeAt(start),
      })),
  };
}

/** Tests that ask for a page in which the component is drawn, by what their files say. */
export async function testsTouching(
  path: string,
  root: string,
  components: ReadonlyMap<string, ProjectComponent>,
  project: ProjectView,
): Promise<ComponentTest[]> {
  const files = (await stampsBelow(root, '')).filter((stamp) => stamp.path.endsWith('.test.q'));
  const found: ComponentTest[] = [];
  for (const { path: filePath } of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const text = await textOf(root, filePath);
    for (const { name, line, visits } of testsIn(text ?? '')) {
      const pages = visits.map((visit) => pageBehind(visit, project));
      const page = pages.find((one) => one !== null && reaching(one, components).has(path));
      if (page !== undefined && page !== null) found.push({ name, filePath, line, page });
    }
  }
  return found;
}
