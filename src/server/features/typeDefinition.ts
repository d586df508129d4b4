import type { Location } from 'vscode-languageserver';
import { datasourceKey, typeDefinitionAt } from '../../language/navigation/typeDefinitionAt.js';
import { configurationFile } from '../../language/project/roles.js';
import { LineTable } from '../../language/text/lineTable.js';
import type { OtherPages } from '../otherPages.js';
import { rangeIn } from '../positions.js';
import type { FeatureContext } from './feature.js';
import { placeOf } from './navigation.js';

/** From what has a type to what determines it. */
export function offerTypeDefinition(context: FeatureContext): void {
  context.connection.onTypeDefinition(async (asked): Promise<Location[] | null> => {
    const at = placeOf(context, asked);
    if (!at) return null;
    const { page, pages, project, offset } = at;
    const found = await typeDefinitionAt(page.context(project), offset, pages.read);
    if (!found) return null;
    if (found.datasource !== null) return inConfiguration(found.datasource, pages, context);
    return found.targets.map((target) => {
      const of = pages.of(target.context);
      return { uri: of.uri, range: rangeIn(of, target) };
    });
  });
}

async function inConfiguration(
  datasource: string,
  pages: OtherPages,
  { document }: FeatureContext,
): Promise<Location[]> {
  const uri = pages.uriOf(configurationFile);
  const text = document(uri)?.text ?? (await pages.textOf(configurationFile));
  const key = text === null ? null : datasourceKey(text, datasource);
  return key && text !== null ? [{ uri, range: rangeIn({ lines: new LineTable(text) }, key) }] : [];
}
