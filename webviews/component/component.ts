import './component.css';
import * as l10n from '@vscode/l10n';
import type { FromComponentPage, ToComponentPage } from '../../src/protocol/webviews.js';
import { show } from '../shared/dom.js';
import { failedPart, gonePart } from '../shared/states.js';
import { startPage, type PageContext } from '../shared/page.js';
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
