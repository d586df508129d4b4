import * as l10n from '@vscode/l10n';
import type { ComponentDetail, ComponentKind } from '../../src/protocol/components.js';
import { element, type Part } from '../shared/dom.js';
import { badge, button, notice } from '../shared/ui.js';
import type { ComponentContext } from './component.js';
import { statusWord } from './words.js';

/** Name, kind, state, address and file. */
export function headerOf(component: ComponentDetail, context: ComponentContext): Part {
  const { name, kind, status, route, filePath, errorMessage } = component;
  const open = (): void => context.send({ type: 'openFile', filePath, line: 1, column: 1 });
  return {
    id: 'header',
    data: { name, kind, status, route, filePath, errorMessage },
    draw: () =>
      element('header', {}, [
        element('div', { class: 'title' }, [
          element('h1', {}, [name]),
          badge(kindWord(kind)),
          badge(statusWord(status)),
        ]),
        route === null ? null : element('p', {}, [l10n.t('Answers {0}', route)]),
        element('p', { class: 'path muted' }, [filePath]),
        errorMessage === null ? null : notice('error', errorMessage, []),
        element('div', { class: 'actions' }, [
          button({
            id: 'open',
            label: l10n.t('Open File'),
            icon: 'go-to-file',
            primary: true,
            onPress: open,
          }),
        ]),
      ]),
  };
}

function kindWord(kind: ComponentKind): string {
  switch (kind) {
    case 'page':
      return l10n.t('page');
    case 'component':
      return l10n.t('component');
    case 'layout':
      return l10n.t('layout');
    case 'part':
      return l10n.t('part');
    case 'application':
      return l10n.t('application');
    case 'job':
      return l10n.t('job');
    case 'outside':
      return l10n.t('outside of the components folder');
  }
}
