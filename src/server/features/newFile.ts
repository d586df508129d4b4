import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { newFile } from '../../language/newFile/newFile.js';
import {
  newFileRequest,
  type NewFileAnswer,
  type NewFileParams,
} from '../../protocol/languageServer.js';
import { configuredFolderAbove } from '../../workspace/configuredFolder.js';
import { pathOf } from '../applications.js';
import { fileIn, type Projects } from '../projects.js';
import type { FeatureContext } from './feature.js';

/** Where a new file goes and what it begins with, as the project around it has such files. */
export function offerNewFile({ connection }: FeatureContext, projects: Projects): void {
  connection.onRequest(
    newFileRequest,
    async ({ kind, name, folder, isChosen }: NewFileParams): Promise<NewFileAnswer | null> => {
      const place = pathOf(folder);
      const root = place === null ? null : await configuredFolderAbove(path.join(place, 'x.q'));
      if (place === null || root === null) return null;
      await projects.open(root);
      const view = projects.view(root);
      if (!view) return null;
      const chosen = path.relative(root, place).split(path.sep).join('/');
      const made = newFile({ kind, name, folder: isChosen ? chosen : null }, view);
      return { uri: pathToFileURL(fileIn(root, made.path)).href, snippet: made.snippet };
    },
  );
}
