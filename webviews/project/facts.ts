import * as l10n from '@vscode/l10n';
import type { FolderState, FrameworkState, ProjectDetail } from '../../src/protocol/projects.js';
import { element, type Child } from '../shared/dom.js';
import { moment } from '../shared/moment.js';
import type { ProjectContext } from './project.js';

/** Where the project is and what it runs on. */
export function factsOf(project: ProjectDetail, context: ProjectContext): Node {
  const { framework } = project;
  const language = context.language();
  const facts: [string, Child[]][] = [
    [l10n.t('Folder'), folderFact(project)],
    [l10n.t('Framework'), [framework.version ?? l10n.t('not installed')]],
    [l10n.t('Interpreter'), interpreterFact(framework)],
    [l10n.t('Created'), [moment(project.createdAt, language)]],
    [l10n.t('Changed'), [moment(project.updatedAt, language)]],
  ];
  return element('div', {}, [
    element('h2', {}, [l10n.t('Project')]),
    element(
      'dl',
      {},
      facts.flatMap(([name, value]) => [element('dt', {}, [name]), element('dd', {}, value)]),
    ),
  ]);
}

function folderFact({ rootPath, folderState }: ProjectDetail): Child[] {
  if (rootPath === null) return [l10n.t('none')];
  const state = folderState === 'present' ? '' : ` (${folderWord(folderState)})`;
  return [element('span', { class: 'path' }, [rootPath]), state];
}

function folderWord(state: FolderState): string {
  switch (state) {
    case 'moved':
      return l10n.t('moved');
    case 'missing':
      return l10n.t('missing');
    case 'none':
      return l10n.t('none');
    case 'present':
      return l10n.t('present');
  }
}

function interpreterFact({ interpreter, pythonVersion, source }: FrameworkState): Child[] {
  if (interpreter === null) return [l10n.t('not found')];
  const from = source === null ? null : element('span', { class: 'muted' }, [foundBy(source)]);
  return [
    pythonVersion === null ? null : `${l10n.t('Python {0}', pythonVersion)} `,
    element('span', { class: 'path' }, [interpreter]),
    ' ',
    from,
  ];
}

function foundBy(source: string): string {
  switch (source) {
    case 'setting':
      return l10n.t('from the settings');
    case 'python-extension':
      return l10n.t('chosen in the editor');
    case 'venv':
      return l10n.t('the folder’s virtual environment');
    case 'quantum-on-path':
      return l10n.t('where the command “quantum” is');
    case 'path':
      return l10n.t('found on PATH');
    default:
      return l10n.t('from {0}', source);
  }
}
