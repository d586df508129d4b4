import * as l10n from '@vscode/l10n';
import type { ComponentGraph, GraphNode, Impact } from '../../src/protocol/componentGraph.js';
import { element, type Child } from '../shared/dom.js';
import { button } from '../shared/ui.js';
import { describe, labelOf, verbOf } from './words.js';

export interface PanelActions {
  readonly open: (id: string) => void;
  readonly focus: (id: string) => void;
  readonly choose: (id: string) => void;
}

/** The chosen node in words: what it needs, what needs it, and what a change of it touches. */
export function panelOf(
  node: GraphNode,
  { graph, impact }: { readonly graph: ComponentGraph; readonly impact: Impact | null },
  actions: PanelActions,
): HTMLElement {
  const names = new Map(graph.nodes.map((one) => [one.id, labelOf(one)]));
  const go = (id: string, text: string): HTMLElement => {
    const made = element('button', { type: 'button', class: 'link' }, [text]);
    made.addEventListener('click', () => actions.choose(id));
    return made;
  };
  const needs = graph.edges
    .filter(({ from }) => from === node.id)
    .map(({ to, kind }) => [verbOf(kind), ' ', go(to, names.get(to) ?? to)]);
  const users = graph.edges
    .filter(({ to }) => to === node.id)
    .map(({ from, kind }) => [
      go(from, names.get(from) ?? from),
      ' ',
      verbOf(kind),
      ' ',
      node.name,
    ]);
  const touched = (impact?.touched ?? []).map(({ node: one, path }) => {
    const way = path.map(({ kind, to }) => `${verbOf(kind)} ${shortId(to)}`).join(' → ');
    const open = element('button', { type: 'button', class: 'link' }, [labelOf(one)]);
    open.addEventListener('click', () => actions.open(one.id));
    return [open, element('span', { class: 'muted' }, [` ${way}`])];
  });
  return element('div', { class: 'panel' }, [
    element('h2', {}, [labelOf(node)]),
    element('p', { class: 'muted' }, [describe(node, graph)]),
    element('div', { class: 'actions' }, [
      node.path === null
        ? null
        : button({
            id: 'open',
            label: l10n.t('Open'),
            icon: 'go-to-file',
            onPress: () => actions.open(node.id),
          }),
      button({
        id: 'focus',
        label: l10n.t('Focus'),
        icon: 'target',
        onPress: () => actions.focus(node.id),
      }),
    ]),
    listOf(l10n.t('Needs'), needs),
    listOf(l10n.t('Needed By'), users),
    impact === null ? null : listOf(l10n.t('A Change Touches'), touched),
  ]);
}

function listOf(title: string, rows: readonly (readonly Child[])[]): HTMLElement {
  const none = element('p', { class: 'muted' }, [l10n.t('Nothing')]);
  const list = element('ul', { 'aria-label': title }, [
    ...rows.map((row) => element('li', {}, [...row])),
  ]);
  const heading = element('h3', {}, [`${title} (${rows.length})`]);
  return element('section', {}, [heading, rows.length === 0 ? none : list]);
}

/** The last part of an id, which is what a person calls it. */
function shortId(id: string): string {
  return id.slice(id.lastIndexOf('#') + 1);
}
