import * as l10n from '@vscode/l10n';
import type { ComponentGraph, GraphEdge, GraphNode } from '../../src/protocol/componentGraph.js';
import { element } from '../shared/dom.js';
import type { GraphView } from './view.js';
import { kindName, labelOf, marksOf, verbOf } from './words.js';

interface Row {
  readonly row: HTMLElement;
  readonly name: HTMLElement;
}

/**
 * A graph as a table: each node with what it needs and what needs it. One row at a time is in the way of Tab; arrow
 * keys lead from row to row.
 */
export class NodeList implements GraphView {
  readonly root: HTMLElement;
  private readonly rows = new Map<string, Row>();
  private readonly none = element('p', { class: 'muted', hidden: '' }, [
    l10n.t('Nothing is like that.'),
  ]);
  private chosen: string | null = null;
  private readonly names: ReadonlyMap<string, string>;

  constructor(graph: ComponentGraph, label: string) {
    this.names = new Map(graph.nodes.map((node) => [node.id, labelOf(node)]));
    const needs = grouped(graph.edges, ({ from }) => from);
    const users = grouped(graph.edges, ({ to }) => to);
    const nodes = [...graph.nodes].sort((a, b) => labelOf(a).localeCompare(labelOf(b)));
    const body = element(
      'tbody',
      {},
      nodes.map((node) => this.row(node, needs.get(node.id) ?? [], users.get(node.id) ?? [])),
    );
    const titles = [l10n.t('Name'), l10n.t('Kind'), l10n.t('Needs'), l10n.t('Needed By')];
    const head = element(
      'tr',
      {},
      titles.map((title) => element('th', { scope: 'col' }, [title])),
    );
    const table = element('table', { 'aria-label': label }, [element('thead', {}, [head]), body]);
    this.root = element('div', { class: 'list' }, [table, this.none]);
  }

  choose(id: string | null): void {
    this.chosen = id;
    const ids = this.shownIds();
    const inTheWay = id !== null && ids.includes(id) ? id : ids[0];
    for (const [other, { row }] of this.rows) {
      const isChosen = other === id;
      row.classList.toggle('chosen', isChosen);
      if (isChosen) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
      for (const button of row.querySelectorAll('button'))
        button.tabIndex = other === inTheWay ? 0 : -1;
    }
  }

  reach(id: string): void {
    const row = this.rows.get(id);
    // What is looked at may be among those that are not looked for.
    if (row?.row.hidden === true) {
      row.row.hidden = false;
      this.choose(id);
    }
    row?.name.focus();
  }

  mark(hits: ReadonlySet<string> | null): void {
    for (const [id, { row }] of this.rows) row.hidden = hits !== null && !hits.has(id);
    this.none.hidden = hits === null || hits.size > 0;
    this.choose(this.chosen);
  }

  next(id: string, key: string): string | null {
    const ids = this.shownIds();
    const at = ids.indexOf(id);
    if (key === 'ArrowDown') return ids[at + 1] ?? null;
    if (key === 'ArrowUp') return ids[at - 1] ?? null;
    if (key === 'Home') return ids[0] ?? null;
    return key === 'End' ? (ids.at(-1) ?? null) : null;
  }

  private shownIds(): string[] {
    return [...this.rows].flatMap(([id, { row }]) => (row.hidden ? [] : [id]));
  }

  private row(
    node: GraphNode,
    needs: readonly GraphEdge[],
    users: readonly GraphEdge[],
  ): HTMLElement {
    const name = element('button', { type: 'button', class: 'link', tabindex: '-1' }, [
      labelOf(node),
    ]);
    const kind = [node.role ?? kindName(node.kind), ...marksOf(node)].join(' · ');
    const row = element('tr', { 'data-id': node.id }, [
      element('th', { scope: 'row' }, [name]),
      element('td', {}, [kind]),
      element(
        'td',
        {},
        needs.map(({ kind: how, to }) => line(muted(`${verbOf(how)} `), this.way(to))),
      ),
      element(
        'td',
        {},
        users.map(({ kind: how, from }) =>
          line(this.way(from), muted(` ${verbOf(how)} ${labelOf(node)}`)),
        ),
      ),
    ]);
    this.rows.set(node.id, { row, name });
    return row;
  }

  /** A node at the other end of an edge: leads to its row. */
  private way(id: string): HTMLElement {
    const go = element('button', { type: 'button', class: 'link', tabindex: '-1' }, [
      this.names.get(id) ?? id,
    ]);
    go.addEventListener('click', () => this.reach(id));
    return go;
  }
}

function line(...parts: readonly HTMLElement[]): HTMLElement {
  return element('div', {}, parts);
}

function muted(text: string): HTMLElement {
  return element('span', { class: 'muted' }, [text]);
}

function grouped(
  edges: readonly GraphEdge[],
  by: (edge: GraphEdge) => string,
): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const known = groups.get(by(edge));
    if (known) known.push(edge);
    else groups.set(by(edge), [edge]);
  }
  return groups;
}
