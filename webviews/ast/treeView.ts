import * as l10n from '@vscode/l10n';
import { element } from '../shared/dom.js';
import { icon } from '../shared/ui.js';
import { keyAction } from './keys.js';
import { rowText, TreeModel } from './treeModel.js';

/** The height of a row; the style sheet has the same. */
const rowHeight = 22;
/** Rows made above and below those that are seen. */
const spare = 12;

export interface TreeViewEvents {
  /** Enter, Space or a click: its place is to be selected. */
  readonly choose: (index: number) => void;
  readonly copy: (index: number) => void;
}

/**
 * A tree of which only the rows that are seen are in the page. The keyboard stays on the tree, which names
 * its active row (WAI-ARIA: a tree with aria-activedescendant).
 */
export class TreeView {
  readonly element: HTMLElement;
  model = new TreeModel([]);
  private active = 0;
  private found: ReadonlySet<number> = new Set();
  private readonly inside = element('div', { role: 'none', class: 'rows' });
  private typed = { text: '', at: 0 };
  private isDrawing = false;

  constructor(
    private readonly id: string,
    label: string,
    private readonly events: TreeViewEvents,
  ) {
    this.element = element(
      'div',
      { id: `tree-${id}`, role: 'tree', tabindex: '0', class: 'tree', 'aria-label': label },
      [this.inside],
    );
    this.element.addEventListener('scroll', () => this.draw());
    this.element.addEventListener('keydown', (event) => this.pressed(event));
    this.inside.addEventListener('click', (event) => this.clicked(event));
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** The number of the row that the keyboard is on. */
  get activeIndex(): number {
    return this.active;
  }

  /** Shows a tree; the active row stays where it was among them. */
  show(model: TreeModel): void {
    this.model = model;
    this.active = Math.max(0, Math.min(this.active, model.nodes.length - 1));
    this.found = new Set();
    this.draw();
  }

  /** Marks what a search found. */
  mark(found: readonly number[]): void {
    this.found = new Set(found);
    this.draw();
  }

  /** Puts the keyboard's place on a node and brings it into view. */
  activate(index: number): void {
    if (index < 0 || index >= this.model.nodes.length) return;
    this.model.reveal(index);
    this.active = index;
    this.draw();
    this.scrollTo(this.model.rows.indexOf(index));
  }

  closeAll(): void {
    this.model.closeAll();
    this.active = 0;
    this.draw();
    this.scrollTo(0);
  }

  /** By as little as it takes; what is farther than the next row comes into the middle. */
  private scrollTo(row: number): void {
    const { scrollTop, clientHeight } = this.element;
    const top = row * rowHeight;
    const above = scrollTop - top;
    const below = top + rowHeight - scrollTop - clientHeight;
    if (above <= 0 && below <= 0) return;
    if (Math.max(above, below) > rowHeight)
      this.element.scrollTop = top - (clientHeight - rowHeight) / 2;
    else this.element.scrollTop += above > 0 ? -above : below;
  }

  private draw(): void {
    // At once: what is scrolled to has to be there.
    this.inside.style.height = `${this.model.rows.length * rowHeight}px`;
    if (this.isDrawing) return;
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      this.drawNow();
    });
  }

  private drawNow(): void {
    const { rows } = this.model;
    const first = Math.max(0, Math.floor(this.element.scrollTop / rowHeight) - spare);
    const count = Math.ceil(this.element.clientHeight / rowHeight) + 2 * spare;
    const seen = rows.slice(first, first + count).map((index, at) => this.row(index, first + at));
    // What the tree names as active has to be there, wherever it was scrolled to.
    const active = rows.indexOf(this.active);
    if (active >= 0 && (active < first || active >= first + count))
      seen.push(this.row(this.active, active));
    this.inside.replaceChildren(...seen);
    if (rows.length === 0) this.element.removeAttribute('aria-activedescendant');
    else this.element.setAttribute('aria-activedescendant', this.rowId(this.active));
  }

  private rowId(index: number): string {
    return `${this.id}-${index}`;
  }

  private row(index: number, at: number): HTMLElement {
    const { model } = this;
    const { depth = 0, field, kind = '', text, isBroken } = model.nodes[index] ?? {};
    const { position, size } = model.placeOf(index);
    const has = model.hasChildren(index);
    const isOpen = model.isOpen(index);
    const made = element(
      'div',
      {
        id: this.rowId(index),
        role: 'treeitem',
        class: this.found.has(index) ? 'row found' : 'row',
        'data-index': String(index),
        'aria-level': String(depth + 1),
        'aria-posinset': String(position),
        'aria-setsize': String(size),
        'aria-selected': String(index === this.active),
        ...(has ? { 'aria-expanded': String(isOpen) } : {}),
      },
      [
        has ? icon(isOpen ? 'chevron-down' : 'chevron-right') : element('span', { class: 'leaf' }),
        field === undefined ? null : element('span', { class: 'field' }, [`${field}: `]),
        element('span', { class: 'kind' }, [kind]),
        text === undefined ? null : element('span', { class: 'text' }, [` ${text}`]),
        isBroken === true ? element('span', { class: 'broken' }, [` ${l10n.t('(broken)')}`]) : null,
      ],
    );
    made.style.top = `${at * rowHeight}px`;
    made.style.paddingLeft = `${4 + depth * 12}px`;
    return made;
  }

  private clicked(event: MouseEvent): void {
    const { target } = event;
    const row = target instanceof Element ? target.closest('[data-index]') : null;
    if (!(target instanceof Element) || !row) return;
    const index = Number(row.getAttribute('data-index'));
    if (target.classList.contains('codicon')) {
      this.model.setOpen(index, !this.model.isOpen(index));
      this.draw();
      return;
    }
    this.activate(index);
    this.events.choose(index);
  }

  private pressed(event: KeyboardEvent): void {
    const { model, active } = this;
    const action = keyAction(event, { model, active, page: this.rowsSeen() });
    if (action === null) {
      if (!this.typedAhead(event)) return;
    } else if (action === 'choose') this.events.choose(active);
    else if (action === 'copy') this.events.copy(active);
    else if (action === 'open' || action === 'close') {
      model.setOpen(active, action === 'open');
      this.draw();
    } else if (action === 'openSiblings') {
      model.openSiblings(active);
      this.draw();
    } else this.activate(action);
    event.preventDefault();
    event.stopPropagation();
  }

  private rowsSeen(): number {
    return Math.max(1, Math.floor(this.element.clientHeight / rowHeight) - 1);
  }

  /** Letters lead to the next row that begins with them. */
  private typedAhead({ key, ctrlKey, metaKey, altKey, timeStamp }: KeyboardEvent): boolean {
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return false;
    const text = timeStamp - this.typed.at > 800 ? key : this.typed.text + key;
    this.typed = { text, at: timeStamp };
    const { rows, nodes } = this.model;
    const from = rows.indexOf(this.active) + (text.length === 1 ? 1 : 0);
    const wanted = text.toLowerCase();
    const next = [...rows.slice(from), ...rows.slice(0, from)].find((index) => {
      const node = nodes[index];
      return (
        node !== undefined &&
        [node.text ?? '', node.kind, rowText(node)].some((one) =>
          one.toLowerCase().startsWith(wanted),
        )
      );
    });
    if (next !== undefined) this.activate(next);
    return true;
  }
}
