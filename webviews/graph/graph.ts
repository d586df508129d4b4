import './graph.css';
import * as l10n from '@vscode/l10n';
import type { Impact } from '../../src/protocol/componentGraph.js';
import type { FromGraphPage, GraphWish, ToGraphPage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { notice } from '../shared/ui.js';
import { toolbarOf } from './toolbar.js';
import { Drawing } from './drawing.js';
import { hitsOf, type Search } from './hits.js';
import { NodeList } from './list.js';
import { panelOf } from './panel.js';
import { pictureOf, pngOf } from './picture.js';
import { followPointer } from './pointer.js';
import type { GraphView } from './view.js';

type GraphContext = PageContext<FromGraphPage>;

let shown: Extract<ToGraphPage, { type: 'graph' }> | null = null;
let view: GraphView | null = null;
let chosen: string | null = null;
let impact: Impact | null = null;
let search: Search = { text: '', mark: 'any' };
let hits: readonly string[] | null = null;

startPage<{ hears: ToGraphPage; says: FromGraphPage }>((message, context) => {
  switch (message.type) {
    case 'graph':
      take(message, context);
      break;
    case 'impact':
      if (message.impact.of.id !== chosen) break;
      ({ impact } = message);
      showPanel(context);
      break;
    case 'failed':
      view = null;
      context.root.replaceChildren(notice('error', message.message, []));
      context.announce(message.message);
      break;
    default:
      message satisfies never;
  }
});

function take(message: Extract<ToGraphPage, { type: 'graph' }>, context: GraphContext): void {
  const hadKeyboard = view?.root.contains(document.activeElement) ?? false;
  const control = document.activeElement?.id ?? '';
  shown = message;
  const { graph, wish } = message;
  if (chosen === null || !graph.nodes.some(({ id }) => id === chosen)) chosen = wish.focus;
  const label = wish.isList
    ? l10n.t(
        '{0} of {1}: up and down go along, Enter opens, F focuses',
        graph.nodes.length,
        graph.total,
      )
    : l10n.t(
        '{0} of {1}: arrow keys go along, N to the next that is looked for, Enter opens, F focuses',
        graph.nodes.length,
        graph.total,
      );
  const drawing = wish.isList ? null : new Drawing(graph, label);
  view = drawing ?? new NodeList(graph, label);
  listen(view, context);
  if (drawing) followPointer(drawing);
  const toolbar = toolbarOf(message, search, {
    wish: (wanted) => ask(wanted, context),
    search: (wanted) => look(wanted, context),
    go: () => go(hits?.[0]),
    zoom: (factor) => drawing?.zoom(factor),
    save: (format) => void save(format, drawing, context),
  });
  const empty = element('p', { class: 'muted' }, [l10n.t('There is nothing to draw.')]);
  context.root.replaceChildren(
    toolbar,
    element('div', { class: 'stage' }, [
      graph.nodes.length === 0 ? empty : view.root,
      element('aside', { id: 'panel', 'aria-label': l10n.t('Chosen') }),
    ]),
  );
  mark();
  choose(chosen, context);
  if (hadKeyboard && chosen !== null) view.reach(chosen);
  else if (control !== '') document.getElementById(control)?.focus();
}

function ask(wish: GraphWish, context: GraphContext): void {
  context.send({ type: 'wish', wish });
}

function listen(made: GraphView, context: GraphContext): void {
  const { root } = made;
  const idAt = (target: EventTarget | null): string | null =>
    target instanceof Element
      ? (target.closest('[data-id]')?.getAttribute('data-id') ?? null)
      : null;
  const open = (target: EventTarget | null): void => {
    const id = idAt(target);
    if (id !== null) context.send({ type: 'open', id });
  };
  root.addEventListener('click', ({ target }) => {
    const id = idAt(target);
    if (id !== null) choose(id, context);
  });
  root.addEventListener('dblclick', ({ target }) => open(target));
  root.addEventListener('focusin', ({ target }) => {
    const id = idAt(target);
    if (id !== null && id !== chosen) choose(id, context);
  });
  root.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && onKey(made, idAt(event.target), event, context))
      event.preventDefault();
  });
}

/** Answers whether the key means something. */
function onKey(
  made: GraphView,
  id: string | null,
  { key, target }: KeyboardEvent,
  context: GraphContext,
): boolean {
  if (id === null) return false;
  // In a row, Enter on a name that leads elsewhere goes there.
  const isOnNode = target instanceof Element && target.closest('td') === null;
  if (key === 'Enter' && isOnNode) context.send({ type: 'open', id });
  else if (key === 'f' || key === 'F') focusOn(id, context);
  else if (key === 'n') go(around(id, 1));
  else if (key === 'N') go(around(id, -1));
  else if (made instanceof Drawing && key === '+') made.zoom(1.25);
  else if (made instanceof Drawing && key === '-') made.zoom(0.8);
  else {
    const next = made.next(id, key);
    if (next === null) return false;
    made.reach(next);
  }
  return true;
}

/** The next of what is looked for, or the one before; after the last comes the first. */
function around(id: string, step: 1 | -1): string | undefined {
  if (!hits || hits.length === 0) return undefined;
  const at = hits.indexOf(id);
  if (at < 0) return step === 1 ? hits[0] : hits.at(-1);
  return hits.at((at + step) % hits.length);
}

function go(id: string | undefined): void {
  if (id !== undefined) view?.reach(id);
}

async function save(
  format: 'svg' | 'png',
  drawing: Drawing | null,
  context: GraphContext,
): Promise<void> {
  if (!drawing) return;
  const picture = pictureOf(drawing);
  try {
    const content = format === 'svg' ? picture.svg : await pngOf(picture);
    context.send({ type: 'save', format, content });
  } catch {
    // Beyond what the editor can draw at once: it has no words for why.
    context.send({ type: 'saveFailed' });
  }
}

function choose(id: string | null, context: GraphContext): void {
  const isOther = id !== chosen;
  chosen = id;
  if (isOther) impact = null;
  view?.choose(id);
  showPanel(context);
  if (id !== null) context.send({ type: 'impact', id });
}

function focusOn(id: string, context: GraphContext): void {
  if (shown) ask({ ...shown.wish, focus: id }, context);
}

function look(wanted: Search, context: GraphContext): void {
  search = wanted;
  mark();
  if (hits) context.announce(l10n.t('{0} found', hits.length));
}

function mark(): void {
  hits = hitsOf(shown?.graph.nodes ?? [], search);
  view?.mark(hits && new Set(hits));
}

function showPanel(context: GraphContext): void {
  const panel = document.getElementById('panel');
  const graph = shown?.graph;
  if (!panel || !graph) return;
  const node = graph.nodes.find(({ id }) => id === chosen);
  const hint = element('p', { class: 'muted' }, [
    l10n.t('Choose a node to see what it needs and what a change of it touches.'),
  ]);
  const focused = document.activeElement?.id ?? '';
  panel.replaceChildren(
    node
      ? panelOf(
          node,
          { graph, impact },
          {
            open: (id) => context.send({ type: 'open', id }),
            focus: (id) => focusOn(id, context),
            choose: (id) => {
              choose(id, context);
              view?.reach(id);
            },
          },
        )
      : hint,
  );
  if (focused === 'open' || focused === 'focus') document.getElementById(focused)?.focus();
}
