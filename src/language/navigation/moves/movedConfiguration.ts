import { entryOf, valueAt, textOf } from '../../configuration/configurationDocument.js';
import { parseConfiguration } from '../../configuration/parseConfiguration.js';
import { pathOfLink } from '../../project/links.js';
import type { ProjectView } from '../../project/projectView.js';
import type { RenameEdit } from '../rename.js';
import type { Moves } from './fileMove.js';
import { movedWritten } from './movedLinks.js';

/** Settings that hold an address of the site. */
const addresses = [
  { section: 'security', key: 'login_url' },
  { section: 'server', key: 'htmx_url' },
];

/** What the text of a project's configuration has to say otherwise once files have moved. */
export function movedConfigurationEdits(
  text: string,
  project: ProjectView,
  moves: Moves,
): RenameEdit[] {
  const { content } = parseConfiguration(text);
  return addresses.flatMap(({ section, key }) => {
    const entry = entryOf(valueAt(content, [section]), key);
    const value = textOf(entry?.value);
    // An alias stands for what is written elsewhere, and there for more than this.
    if (!entry || value === undefined || entry.value.start < entry.key.end) return [];
    const written = pathOfLink(value);
    const start = text.indexOf(written, entry.value.start);
    const end = start + written.length;
    const moved = movedWritten(written, project, moves);
    return moved === null || start < 0 || end > entry.value.end
      ? []
      : [{ start, end, text: moved }];
  });
}
