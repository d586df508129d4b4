import './component.css';
import * as l10n from '@vscode/l10n';
import type { FromComponentPage, ToComponentPage } from '../../src/protocol/webviews.js';
import { element, show, type Part } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { button, notice } from '../shared/ui.js';
import { headerOf } from './header.js';
import { historyOf, partsOf } from './parts.js';
import { surroundingsOf } from './surroundings.js';

export type ComponentContext = PageContext<FromComponentPage>;

startPage<{ hears: ToComponentPage; says: FromComponentPage }>((message, context) => {
  switch (message.type) {
    case 'component':
      show(context.root, [
        headerOf(message.component, context),
        ...partsOf(message.component, context),
        ...surroundingsOf(message.component, context),
        historyOf(message.component, context),
      ]);
      break;
    case 'gone':
      show(context.root, [gone(context)]);
      break;
    case 'failed':
      show(context.root, [failed(message.message, context)]);
      break;
    default:
      message satisfies never;
  }
});

function gone(context: ComponentContext): Part {
  const text = l10n.t('This component is not there any more.');
  context.announce(text);
  return { id: 'gone', data: text, draw: () => element('p', { class: 'muted' }, [text]) };
}

function failed(message: string, context: ComponentContext): Part {
  context.announce(message);
  const retry = button({
    id: 'retry',
    label: l10n.t('Try Again'),
    icon: 'refresh',
    primary: true,
    onPress: () => context.send({ type: 'retry' }),
  });
  return { id: 'failed', data: message, draw: () => notice('error', message, [retry]) };
}
