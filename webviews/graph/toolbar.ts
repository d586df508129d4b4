import * as l10n from '@vscode/l10n';
import type { GraphNodeKind } from '../../src/protocol/componentGraph.js';
import type { GraphWish, ToGraphPage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { button } from '../shared/ui.js';
import { marks, type Mark, type Search } from './hits.js';
import { kindName, markName } from './words.js';

export interface ToolbarActions {
  readonly wish: (wish: GraphWish) => void;
  /** What is looked for is another. */
  readonly search: (search: Search) => void;
  /** To the first of what is looked for. */
  readonly go: () => void;
  readonly zoom: (factor: number) => void;
  readonly save: (format: 'svg' | 'png') => void;
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
  search: Search,
  actions: ToolbarActions,
): HTMLElement {
  const text = l10n.t('Search');
  const find = element('input', {
    ...{ id: 'search', type: 'search', value: search.text, placeholder: text, 'aria-label': text },
  }) as HTMLInputElement;
  const only = marksOf(search.mark);
  const look = (): void => actions.search({ text: find.value, mark: only.value as Mark });
  find.addEventListener('input', look);
  find.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') actions.go();
  });
  only.addEventListener('change', look);
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
    element('label', {}, [l10n.t('Only'), only]),
    wish.focus === null ? null : depthOf(wish, actions),
    wish.focus === null
      ? null
      : small('all', l10n.t('Show All'), 'clear-all', () => actions.wish({ ...wish, focus: null })),
    element('fieldset', {}, [
      element('legend', { class: 'visually-hidden' }, [l10n.t('What is shown')]),
      ...checks,
    ]),
    viewOf(wish, actions),
    ...(wish.isList
      ? []
      : [
          small('nearer', l10n.t('Zoom In'), 'zoom-in', () => actions.zoom(1.25)),
          small('farther', l10n.t('Zoom Out'), 'zoom-out', () => actions.zoom(0.8)),
          small('save-svg', l10n.t('Save as SVG…'), 'export', () => actions.save('svg')),
          small('save-png', l10n.t('Save as PNG…'), 'export', () => actions.save('png')),
        ]),
    element('span', { class: 'muted' }, [
      l10n.t('{0} of {1} shown', graph.nodes.length, graph.total),
    ]),
  ]);
}

function viewOf(wish: GraphWish, actions: ToolbarActions): HTMLElement {
  return button({
    id: 'view',
    label: wish.isList ? l10n.t('Show as Picture') : l10n.t('Show as List'),
    icon: wish.isList ? 'type-hierarchy-sub' : 'list-unordered',
    onPress: () => actions.wish({ ...wish, isList: !wish.isList }),
  });
}

function marksOf(mark: Mark): HTMLSelectElement {
  const choice = element(
    'select',
    { id: 'only' },
    marks.map((one) => element('option', { value: one }, [markName(one)])),
  ) as HTMLSelectElement;
  choice.value = mark;
  return choice;
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
