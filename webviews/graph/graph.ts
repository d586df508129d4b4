import './graph.css';
import * as l10n from '@vscode/l10n';
import type { GraphNode, Impact } from '../../src/protocol/componentGraph.js';
import type { FromGraphPage, GraphWish, ToGraphPage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { notice } from '../shared/ui.js';
import { toolbarOf } from './toolbar.js';
import { Drawing } from './drawing.js';
import { panelOf } from './panel.js';
import { followPointer } from './pointer.js';

type GraphContext = PageContext<FromGraphPage>;

let shown: Extract<ToGraphPage, { type: 'graph' }> | null = null;
let drawing: Drawing | null = null;
let chosen: string | null = null;
let impact: Impact | null = null;
let search = '';

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
      drawing = null;
      context.root.replaceChildren(notice('error', message.message, []));
      context.announce(message.message);
      break;
    default:
      message satisfies never;
  }
});

function take(message: Extract<ToGraphPage, { type: 'graph' }>, context: GraphContext): void {
  const hadKeyboard = drawing?.svg.contains(document.activeElement) ?? false;
  const control = document.activeElement?.id ?? '';
  shown = message;
  const { graph, wish } = message;
  if (chosen === null || !graph.nodes.some(({ id }) => id === chosen)) chosen = wish.focus;
  const label = l10n.t(
    '{0} of {1}: arrow keys go along, Enter opens, F focuses',
    graph.nodes.length,
    graph.total,
  );
  drawing = new Drawing(graph, label);
  listen(drawing, context);
  const toolbar = toolbarOf(message, search, {
    wish: (wanted) => ask(wanted, context),
    search: (text) => find(text, context),
    zoom: (factor) => drawing?.zoom(factor),
    save: () => context.send({ type: 'save', svg: pictureOf(drawing) }),
  });
  const empty = element('p', { class: 'muted' }, [l10n.t('There is nothing to draw.')]);
  context.root.replaceChildren(
    toolbar,
    element('div', { class: 'stage' }, [
      graph.nodes.length === 0 ? empty : drawing.svg,
      element('aside', { id: 'panel', 'aria-label': l10n.t('Chosen') }),
    ]),
  );
  choose(chosen, context);
  if (hadKeyboard && chosen !== null) drawing.reach(chosen);
  else if (control !== '') document.getElementById(control)?.focus();
}

function ask(wish: GraphWish, context: GraphContext): void {
  context.send({ type: 'wish', wish });
}

function listen(made: Drawing, context: GraphContext): void {
  const idAt = (target: EventTarget | null): string | null =>
    target instanceof Element
      ? (target.closest('[data-id]')?.getAttribute('data-id') ?? null)
      : null;
  made.svg.addEventListener('click', ({ target }) => {
    const id = idAt(target);
    if (id !== null) choose(id, context);
  });
  made.svg.addEventListener('dblclick', ({ target }) => {
    const id = idAt(target);
    if (id !== null) context.send({ type: 'open', id });
  });
  made.svg.addEventListener('focusin', ({ target }) => {
    const id = idAt(target);
    if (id !== null && id !== chosen) choose(id, context);
  });
  made.svg.addEventListener('keydown', (event) => {
    const id = idAt(event.target);
    if (id === null) return;
    if (event.key === 'Enter') context.send({ type: 'open', id });
    else if (event.key === 'f' || event.key === 'F') focusOn(id, context);
    else if (event.key === '+') made.zoom(1.25);
    else if (event.key === '-') made.zoom(0.8);
    else if (event.key.startsWith('Arrow')) {
      const next = made.next(id, event.key);
      if (next !== null) made.reach(next);
    } else return;
    event.preventDefault();
  });
  followPointer(made);
}

function choose(id: string | null, context: GraphContext): void {
  const isOther = id !== chosen;
  chosen = id;
  if (isOther) impact = null;
  drawing?.choose(id);
  showPanel(context);
  if (id !== null) context.send({ type: 'impact', id });
}

function focusOn(id: string, context: GraphContext): void {
  if (shown) ask({ ...shown.wish, focus: id }, context);
}

function find(text: string, context: GraphContext): void {
  search = text.trim();
  const wanted = search.toLowerCase();
  const found = (shown?.graph.nodes ?? []).filter((node) => matches(node, wanted));
  const [first] = found;
  context.announce(l10n.t('{0} found', found.length));
  if (wanted === '' || !first) return;
  choose(first.id, context);
  drawing?.reach(first.id);
}

function matches({ name, path }: GraphNode, wanted: string): boolean {
  return `${name}\n${path ?? ''}`.toLowerCase().includes(wanted);
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
              drawing?.reach(id);
            },
          },
        )
      : hint,
  );
  if (focused === 'open' || focused === 'focus') document.getElementById(focused)?.focus();
}

/** What is drawn as a file of its own: with the colours of the editor written into it. */
function pictureOf(made: Drawing | null): string {
  if (!made) return '';
  const copy = made.svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-family'];
  const originals = made.svg.querySelectorAll('rect, path, text');
  copy.querySelectorAll('rect, path, text').forEach((one, at) => {
    const original = originals[at];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const look of looks) one.setAttribute(look, style.getPropertyValue(look));
  });
  return new XMLSerializer().serializeToString(copy);
}
