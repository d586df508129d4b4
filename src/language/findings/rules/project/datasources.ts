import { configurationFile } from '../../../project/roles.js';
import type { Element } from '../../../syntax/element.js';
import { attributeOf } from '../../../syntax/token.js';
import type { PageParts } from './pageParts.js';
import { declareDatasource } from './declareDatasource.js';
import { listed, literalOf, meantFixes, type ProjectElementRule } from './projectElementRule.js';

const users = new Set([
  'q:query',
  'q:transaction',
  'q:action',
  'ui:table',
  'ui:history',
  'q:source',
]);

/** `datasource="dbx"` that `quantum.config.yaml` does not declare, and knowledge that nobody makes. */
export const datasources: ProjectElementRule = (element, { project, parts, report }) => {
  if (!users.has(element.tag.name)) return;
  const found = literalOf(element, 'datasource');
  if (!found) return;
  const { attribute, value } = found;
  if (value.startsWith('knowledge:')) {
    knowledge(element, parts, value.slice('knowledge:'.length), value, report);
    return;
  }
  if (!project?.configuration) return;
  const names = project.configuration.datasources.map(({ name }) => name);
  if (names.includes(value)) return;
  const { fixes } = meantFixes(element, attribute, value, names);
  report.atValue(
    'unknown-datasource',
    element,
    attribute,
    `quantum.config.yaml declares no datasource "${value}" (declared: ${listed(names)}): the page fails when this runs.`,
    {
      fixes: () => [
        ...fixes,
        {
          title: `Declare "${value}" in quantum.config.yaml`,
          edits: [],
          changes: { path: configurationFile, edits: (text) => declareDatasource(text, value) },
        },
      ],
    },
  );
};

function knowledge(
  element: Element,
  parts: PageParts,
  name: string,
  value: string,
  report: Parameters<ProjectElementRule>[1]['report'],
): void {
  const attribute = attributeOf(element.tag, 'datasource');
  if (!attribute || parts.knowledge.includes(name)) return;
  const names = parts.knowledge.map((one) => `knowledge:${one}`);
  const { fixes } = meantFixes(element, attribute, value, names);
  report.atValue(
    'unknown-knowledge',
    element,
    attribute,
    `There is no q:knowledge named "${name}" on this page (there: ${listed(parts.knowledge)}): the query fails.`,
    { fixes: () => fixes },
  );
}

/** `<q:llm knowledge="nope">`. */
export const llmKnowledge: ProjectElementRule = (element, { parts, report }) => {
  if (element.tag.name !== 'q:llm') return;
  const found = literalOf(element, 'knowledge');
  if (!found || parts.knowledge.includes(found.value)) return;
  const { fixes } = meantFixes(element, found.attribute, found.value, parts.knowledge);
  report.atValue(
    'unknown-knowledge',
    element,
    found.attribute,
    `There is no q:knowledge named "${found.value}" on this page (there: ${listed(parts.knowledge)}): the answer fails.`,
    { fixes: () => fixes },
  );
};
