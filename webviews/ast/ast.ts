import './ast.css';
import * as l10n from '@vscode/l10n';
import { astKinds } from '../../src/protocol/ast.js';
import type { FromAstPage, ToAstPage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { Column } from './column.js';
import { Search } from './search.js';

/** What the page is made of once its first tree is there. */
interface Trees {
  readonly columns: readonly Column[];
  readonly search: Search;
  readonly file: HTMLElement;
}

let trees: Trees | null = null;
let selection = { start: 0, end: 0 };

startPage<{ hears: ToAstPage; says: FromAstPage }>((message, context) => {
  switch (message.type) {
    case 'tree': {
      trees ??= build(context);
      const { columns, search, file } = trees;
      file.textContent = message.file;
      const column = columns.find(({ kind }) => kind === message.kind);
      column?.show(message.tree);
      column?.follow(selection.start, selection.end);
      search.refresh();
      break;
    }
    case 'selection':
      selection = message;
      for (const column of trees?.columns ?? []) column.follow(message.start, message.end);
      break;
    case 'nothing':
      trees = null;
      context.root.replaceChildren(
        element('p', { class: 'muted empty' }, [
          l10n.t('The trees of the page in the editor are shown here.'),
        ]),
      );
      break;
    default:
      message satisfies never;
  }
});

function build(context: PageContext<FromAstPage>): Trees {
  const columns = astKinds.map(
    (kind) =>
      new Column(kind, {
        choose: (version, { start, end }) => context.send({ type: 'choose', version, start, end }),
        copy: (text) => {
          context.send({ type: 'copy', text });
          context.announce(l10n.t('Copied'));
        },
      }),
  );
  const search = new Search(columns, (text) => context.announce(text));
  const file = element('h1', {});
  context.root.replaceChildren(
    element('div', { class: 'toolbar' }, [file, search.element]),
    element(
      'div',
      { class: 'columns' },
      columns.map((column) => column.element),
    ),
  );
  followKeyboard(columns, search);
  return { columns, search, file };
}

/** Ctrl+F searches; a panel that gets the keyboard gives it to its first tree. */
function followKeyboard([first]: readonly Column[], search: Search): void {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    event.stopPropagation();
    search.focus();
  });
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) first?.view.element.focus();
  });
}
