import * as l10n from '@vscode/l10n';
import type { ProjectDetail } from '../../src/protocol/projects.js';
import { element } from '../shared/dom.js';
import { button, notice } from '../shared/ui.js';
import type { ProjectContext } from './project.js';

/** What is wrong with the project, each with the button that mends it. */
export function noticesOf(project: ProjectDetail, context: ProjectContext): Node {
  const found: Node[] = [];
  const relink = (): HTMLElement =>
    button({
      id: 'act-relink',
      label: l10n.t('Re-link Folder…'),
      icon: 'link',
      primary: true,
      onPress: () => context.send({ type: 'action', action: 'relink' }),
    });
  if (project.folderState === 'missing')
    found.push(
      notice('error', l10n.t('The folder is not at {0} any more.', project.rootPath ?? ''), [
        relink(),
      ]),
    );
  if (project.folderState === 'moved')
    found.push(
      notice('warning', l10n.t('The folder was moved to {0}.', project.movedTo ?? ''), [relink()]),
    );
  if (project.folderState === 'none')
    found.push(notice('warning', l10n.t('This project has no folder yet.'), [relink()]));
  if (project.folderState === 'present' && project.framework.version === null)
    found.push(frameworkNotice(project, context));
  return element('div', {}, found);
}

function frameworkNotice(project: ProjectDetail, context: ProjectContext): Node {
  const text =
    project.framework.problem ??
    l10n.t('quantum-framework is not installed in this project’s environment.');
  return notice('warning', text, [
    button({
      id: 'act-install',
      label: l10n.t('Install Framework'),
      icon: 'cloud-download',
      primary: true,
      onPress: () => context.send({ type: 'action', action: 'installFramework' }),
    }),
  ]);
}
