import { configurationFile } from '../../../project/roles.js';
import type { FixEdit } from '../../finding.js';
import { writeIntoSection } from './configurationSection.js';
import type { ProjectElementRule } from './projectElementRule.js';

const scripts = new Set(['q:python', 'q:pyclass', 'q:pyimport']);

/** Python in a page, where the configuration does not allow any. */
export const scripting: ProjectElementRule = (element, { project, report }) => {
  if (!scripts.has(element.tag.name) || project?.configuration?.allowsPython !== false) return;
  report.atName(
    'scripting-off',
    element,
    'Python in pages is off: the page fails here. security: python_scripting: true in quantum.config.yaml allows it, for all pages.',
    {
      fixes: () => [
        {
          title: 'Allow Python in quantum.config.yaml',
          edits: [],
          changes: { path: configurationFile, edits: allowPython },
        },
      ],
    },
  );
};

/** Writes `python_scripting: true` into the text of `quantum.config.yaml`, in place of what it says now. */
export function allowPython(text: string): FixEdit[] {
  const written = /^([ ]+python_scripting:)[ \t]*[^\n#]*?(?=[ \t]*(?:#|\r?$))/m.exec(text);
  if (written) {
    const start = written.index;
    return [{ start, end: start + written[0].length, text: `${written[1] ?? ''} true` }];
  }
  return writeIntoSection(text, 'security', (indent) => `${indent}python_scripting: true\n`);
}
