import * as l10n from '@vscode/l10n';
import type { ProjectDetail } from '../../src/protocol/projects.js';
import type { ProjectPageAction } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { badge, button } from '../shared/ui.js';
import type { ProjectContext } from './project.js';

/** Name, status, description and what can be done. */
export function headerOf(project: ProjectDetail, context: ProjectContext): Node {
  const active = project.status === 'active';
  // Where something is to be repaired, that is the page's first button.
  const healthy = project.framework.version !== null;
  const act = (action: ProjectPageAction, label: string, icon: string, primary = false): Node =>
    button({
      id: `act-${action}`,
      label,
      icon,
      primary,
      onPress: () => context.send({ type: 'action', action }),
    });
  return element('header', {}, [
    element('div', { class: 'title' }, [
      element('h1', {}, [project.name]),
      badge(active ? l10n.t('active') : l10n.t('inactive')),
    ]),
    element('p', { class: 'muted description' }, [
      project.description ?? l10n.t('No description yet.'),
    ]),
    element('div', { class: 'actions', role: 'group', 'aria-label': l10n.t('Project actions') }, [
      ...(project.folderState === 'present'
        ? [
            act('openFolder', l10n.t('Open Folder'), 'folder-opened', healthy),
            act('openTerminal', l10n.t('Open Terminal'), 'terminal'),
          ]
        : []),
      act('rename', l10n.t('Rename…'), 'edit'),
      act('editDescription', l10n.t('Edit Description…'), 'note'),
      active
        ? act('toggleActive', l10n.t('Deactivate'), 'circle-slash')
        : act('toggleActive', l10n.t('Activate'), 'play-circle'),
      act('doctor', l10n.t('Doctor'), 'pulse'),
      act('delete', l10n.t('Delete Project…'), 'trash'),
    ]),
  ]);
}
