import './datasourceForm.css';
import * as l10n from '@vscode/l10n';
import type { FromDatasourceFormPage, ToDatasourceFormPage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { startPage } from '../shared/page.js';
import { notice } from '../shared/ui.js';
import { FormView } from './formView.js';

let form: FormView | undefined;

startPage<{ hears: ToDatasourceFormPage; says: FromDatasourceFormPage }>((message, context) => {
  switch (message.type) {
    case 'form':
      // What was typed outlives the page being hidden and shown again only as long as the page itself.
      if (form === undefined) {
        form = new FormView(message, context);
        context.root.replaceChildren(form.element);
        form.focus();
      }
      break;
    case 'tested':
      form?.tested(message.result);
      break;
    case 'saving':
      form?.say('waiting', l10n.t('Saving…'));
      break;
    case 'unsaved':
      form?.quiet();
      break;
    case 'failed':
      context.announce(message.message);
      if (form === undefined)
        context.root.replaceChildren(element('div', {}, [notice('error', message.message, [])]));
      else form.say('error', message.message);
      break;
    default:
      message satisfies never;
  }
});
