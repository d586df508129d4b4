import './component.css';
import * as l10n from '@vscode/l10n';
import type { FromComponentPage, ToComponentPage } from '../../src/protocol/webviews.js';
import { show, type Part } from '../shared/dom.js';
import { failedPart, gonePart } from '../shared/states.js';
import { startPage, type PageContext } from '../shared/page.js';
import { waiting } from '../shared/ui.js';
import { headerOf } from './header.js';
import { historyOf, partsOf } from './parts.js';
import { surroundingsOf } from './surroundings.js';

/** All of a page whose project is not there yet. */
function waitingPart(context: ComponentContext): Part {
  const text = l10n.t('This page is shown as soon as its project is registered.');
  context.announce(text);
  return { id: 'waiting', data: text, draw: () => waiting(text) };
}

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
    case 'waiting':
      show(context.root, [waitingPart(context)]);
      break;
    case 'gone':
      show(context.root, [gonePart(l10n.t('This component is not there any more.'), context)]);
      break;
    case 'failed':
      show(context.root, [
        failedPart(message.message, context, () => context.send({ type: 'retry' })),
      ]);
      break;
    default:
      message satisfies never;
  }
});
