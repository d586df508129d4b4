import * as l10n from '@vscode/l10n';
import type { GraphNodeKind } from '../../src/protocol/componentGraph.js';
import type { GraphWish, ToGraphPage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { button } from '../shared/ui.js';
import { kindName } from './words.js';

export interface ToolbarActions {
  readonly wish: (wish: GraphWish) => void;
  readonly search: (text: string) => void;
  readonly zoom: (factor: number) => void;
  readonly save: () => void;
}

const kinds: readonly GraphNodeKind[] = [
  'component',
  'route',
  'action',
  'query',
  'table',
  'column',
  'datasource',
  'service',
  'test',
];

/** Search, focus, depth, kinds, nearer and farther, saving. */
export function toolbarOf(
  { wish, graph }: Extract<ToGraphPage, { type: 'graph' }>,
  search: string,
  actions: ToolbarActions,
): HTMLElement {
  const text = l10n.t('Search');
  const find = element('input', {
    ...{ id: 'search', type: 'search', value: search, placeholder: text, 'aria-label': text },
  }) as HTMLInputElement;
  find.addEventListener('change', () => actions.search(find.value));
  const checks = kinds.map((kind) => {
    const box = element('input', { type: 'checkbox', id: `kind-${kind}` }) as HTMLInputElement;
    box.checked = wish.kinds.includes(kind);
    box.addEventListener('change', () => {
      const others = wish.kinds.filter((one) => one !== kind);
      actions.wish({ ...wish, kinds: box.checked ? [...others, kind] : others });
    });
    return element('label', {}, [box, kindName(kind)]);
  });
  const small = (id: string, label: string, icon: string, onPress: () => void): HTMLElement =>
    button({ id, label, icon, onPress });
  return element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': l10n.t('Graph') }, [
    find,
    wish.focus === null ? null : depthOf(wish, actions),
    wish.focus === null
      ? null
      : small('all', l10n.t('Show All'), 'clear-all', () => actions.wish({ ...wish, focus: null })),
    element('fieldset', {}, [
      element('legend', { class: 'visually-hidden' }, [l10n.t('What is shown')]),
      ...checks,
    ]),
    small('nearer', l10n.t('Zoom In'), 'zoom-in', () => actions.zoom(1.25)),
    small('farther', l10n.t('Zoom Out'), 'zoom-out', () => actions.zoom(0.8)),
    small('save', l10n.t('Save as SVG…'), 'export', actions.save),
    element('span', { class: 'muted' }, [
      l10n.t('{0} of {1} shown', graph.nodes.length, graph.total),
    ]),
  ]);
}

function depthOf(wish: GraphWish, actions: ToolbarActions): HTMLElement {
  const choice = element(
    'select',
    { id: 'depth' },
    [1, 2, 3, 4, 6].map((depth) => element('option', { value: String(depth) }, [String(depth)])),
  ) as HTMLSelectElement;
  choice.value = String(wish.depth);
  choice.addEventListener('change', () => actions.wish({ ...wish, depth: Number(choice.value) }));
  return element('label', {}, [l10n.t('Depth'), choice]);
}
