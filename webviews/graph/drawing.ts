import type { ComponentGraph, GraphEdge, GraphNode } from '../../src/protocol/componentGraph.js';
import { layoutOf, nodeSize, type Layout } from './layout.js';
import type { GraphView } from './view.js';
import { describe, labelOf, marksOf } from './words.js';

const space = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A graph as a picture that keys and pointers move in. */
export class Drawing implements GraphView {
  readonly root = shape('svg', { class: 'graph', role: 'group' }) as SVGSVGElement;
  private readonly boxes = new Map<string, SVGElement>();
  private readonly lines: { readonly edge: GraphEdge; readonly line: SVGElement }[] = [];
  private readonly layout: Layout;
  private view: { x: number; y: number; width: number; height: number };

  constructor(
    private readonly graph: ComponentGraph,
    label: string,
  ) {
    this.layout = layoutOf(graph);
    const { width, height } = this.layout;
    // A graph of a few nodes is not blown up to fill the page.
    const seen = { width: Math.max(width + 80, 1000), height: Math.max(height + 80, 700) };
    this.view = { x: (width - seen.width) / 2, y: (height - seen.height) / 2, ...seen };
    this.root.setAttribute('aria-label', label);
    const cycles = new Map(graph.nodes.map(({ id, cycle }) => [id, cycle]));
    for (const edge of graph.edges) this.line(edge, cycles);
    for (const node of graph.nodes) this.box(node);
    this.zoom(1);
  }

  /** Of all that is drawn. */
  get size(): { readonly width: number; readonly height: number } {
    return this.layout;
  }

  choose(id: string | null): void {
    for (const [other, box] of this.boxes) {
      box.classList.toggle('chosen', other === id);
      box.setAttribute('tabindex', other === id ? '0' : '-1');
    }
    for (const { edge, line } of this.lines)
      line.classList.toggle('near', edge.from === id || edge.to === id);
    if (id === null) this.boxes.values().next().value?.setAttribute('tabindex', '0');
  }

  mark(hits: ReadonlySet<string> | null): void {
    for (const [id, box] of this.boxes)
      box.classList.toggle('aside', hits !== null && !hits.has(id));
  }

  reach(id: string): void {
    const place = this.layout.places.get(id);
    if (!place) return;
    const { view } = this;
    const isSeen =
      place.x >= view.x &&
      place.y >= view.y &&
      place.x + nodeSize.width <= view.x + view.width &&
      place.y + nodeSize.height <= view.y + view.height;
    if (!isSeen) {
      this.view.x = place.x + nodeSize.width / 2 - view.width / 2;
      this.view.y = place.y + nodeSize.height / 2 - view.height / 2;
      this.zoom(1);
    }
    this.boxes.get(id)?.focus({ preventScroll: true });
  }

  /** Arrow keys lead along edges to the sides, in the column up and down. */
  next(id: string, key: string): string | null {
    const from = this.layout.places.get(id);
    if (!from || !key.startsWith('Arrow')) return null;
    const near = (ids: readonly string[]): string | null => {
      const away = (other: string): number =>
        Math.abs((this.layout.places.get(other)?.y ?? 0) - from.y);
      return [...ids].sort((a, b) => away(a) - away(b)).find((other) => other !== id) ?? null;
    };
    const { edges } = this.graph;
    if (key === 'ArrowRight') return near(edges.filter((e) => e.from === id).map((e) => e.to));
    if (key === 'ArrowLeft') return near(edges.filter((e) => e.to === id).map((e) => e.from));
    const sign = key === 'ArrowDown' ? 1 : -1;
    const column = [...this.layout.places].filter(
      ([, { column: at, y }]) => at === from.column && (y - from.y) * sign > 0,
    );
    return near(column.map(([other]) => other));
  }

  /** Nearer by a factor above 1, around a point of the picture (0 to 1). */
  zoom(factor: number, at = { x: 0.5, y: 0.5 }): void {
    const { view } = this;
    const width = view.width / factor;
    const height = view.height / factor;
    this.view = {
      x: view.x + (view.width - width) * at.x,
      y: view.y + (view.height - height) * at.y,
      ...{ width, height },
    };
    this.root.setAttribute('viewBox', Object.values(this.view).map(Math.round).join(' '));
  }

  /** Moves what is seen by a part of it. */
  pan(x: number, y: number): void {
    this.view.x += x * this.view.width;
    this.view.y += y * this.view.height;
    this.zoom(1);
  }

  private box(node: GraphNode): void {
    const place = this.layout.places.get(node.id);
    if (!place) return;
    const marks = [node.role ?? node.kind, ...marksOf(node)].join(' · ');
    const state = [
      `node ${node.kind}`,
      node.state === 'ok' ? '' : 'broken',
      node.isUnused ? 'unused' : '',
      node.cycle === null ? '' : 'cycle',
    ];
    const group = shape('g', {
      class: state.filter((one) => one !== '').join(' '),
      transform: `translate(${place.x} ${place.y})`,
      role: 'button',
      tabindex: '-1',
      'data-id': node.id,
      'aria-label': describe(node, this.graph),
    });
    const { width, height } = nodeSize;
    const size = { width: String(width), height: String(height) };
    const title = shape('title', {});
    title.textContent = node.path ?? node.name;
    group.append(
      title,
      shape('rect', { ...size, rx: node.kind === 'component' ? '4' : '18' }),
      this.text(short(labelOf(node), 25), 17, 'name'),
      this.text(short(marks, 30), 32, 'marks'),
    );
    this.boxes.set(node.id, group);
    this.root.append(group);
  }

  private text(content: string, y: number, name: string): SVGElement {
    const made = shape('text', { x: '12', y: String(y), class: name });
    made.textContent = content;
    return made;
  }

  private line(edge: GraphEdge, cycles: ReadonlyMap<string, number | null>): void {
    const from = this.layout.places.get(edge.from);
    const to = this.layout.places.get(edge.to);
    if (!from || !to || edge.from === edge.to) return;
    const middle = nodeSize.height / 2;
    const [x, y] = [from.x + nodeSize.width, from.y + middle];
    const bend = Math.max(50, Math.abs(to.x - x) / 2);
    const d = `M${x} ${y}C${x + bend} ${y} ${to.x - bend} ${to.y + middle} ${to.x} ${to.y + middle}`;
    const cycle = cycles.get(edge.from) ?? null;
    const isCircle = edge.kind === 'uses' && cycle !== null && cycle === cycles.get(edge.to);
    const line = shape('path', { class: `edge ${edge.kind}${isCircle ? ' cycle' : ''}`, d });
    this.lines.push({ edge, line });
    this.root.append(line);
  }
}

function short(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
