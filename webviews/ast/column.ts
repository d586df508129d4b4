import * as l10n from '@vscode/l10n';
import type { AstKind, AstProblem, AstTree } from '../../src/protocol/ast.js';
import { element } from '../shared/dom.js';
import { button, icon, notice } from '../shared/ui.js';
import { TreeView } from './treeView.js';

export interface ColumnEvents {
  /** A place of the version its tree is of. */
  readonly choose: (version: number, place: { start: number; end: number }) => void;
  readonly copy: (text: string) => void;
}

/** One of the trees: its title, what can be done with it, and why there is none. */
export class Column {
  readonly element: HTMLElement;
  readonly view: TreeView;
  private version = 0;
  private readonly count = element('span', { class: 'muted' });
  private readonly problem = element('div', { class: 'problem' });

  constructor(
    readonly kind: AstKind,
    private readonly events: ColumnEvents,
  ) {
    const title = titleOf(kind);
    this.view = new TreeView(kind, title, {
      choose: (index) => this.choose(index),
      copy: (index) => this.copyNode(index),
    });
    this.element = element('section', { class: 'column', 'aria-label': title }, [
      element('header', {}, [
        element('h2', {}, [title, this.count]),
        action(`close-${kind}`, 'collapse-all', l10n.t('Collapse All: {0}', title), () =>
          this.view.closeAll(),
        ),
        action(`node-${kind}`, 'symbol-field', l10n.t('Copy Node as JSON: {0}', title), () =>
          this.copyNode(this.view.activeIndex),
        ),
        action(`copy-${kind}`, 'copy', l10n.t('Copy Tree as JSON: {0}', title), () =>
          events.copy(JSON.stringify(this.view.model.copyAll(), null, 2)),
        ),
      ]),
      this.problem,
      this.view.element,
    ]);
  }

  show({ version, nodes, problem }: AstTree): void {
    this.version = version;
    this.view.show(this.view.model.with(nodes));
    this.count.textContent = String(nodes.length);
    this.problem.replaceChildren(...(problem ? [this.noticeOf(problem)] : []));
    this.view.element.hidden = problem !== null;
  }

  /** Marks the node that a place of the document belongs to; keeps the one that was chosen for it. */
  follow(start: number, end: number): void {
    const { model, activeIndex } = this.view;
    const own = model.spanOf(activeIndex);
    if (own?.start === start && own.end === end) return;
    const index = model.nodeAt(start, end);
    if (index >= 0) this.view.activate(index);
  }

  private choose(index: number): void {
    const place = this.view.model.spanOf(index);
    if (place) this.events.choose(this.version, place);
  }

  private copyNode(index: number): void {
    this.events.copy(JSON.stringify(this.view.model.copy(index), null, 2));
  }

  private noticeOf(problem: AstProblem): HTMLElement {
    switch (problem.code) {
      case 'refused':
        return notice('error', problem.message, [
          button({
            id: 'refused',
            label: l10n.t('Go to Error'),
            icon: 'go-to-file',
            onPress: () => this.events.choose(this.version, problem),
          }),
        ]);
      case 'not-asked':
        return notice(
          'warning',
          l10n.t(
            'The framework is not asked: the folder is not trusted, or the setting quantum.diagnostics.judge is off.',
          ),
          [],
        );
      case 'unavailable':
        return notice('warning', problem.message, []);
    }
  }
}

/** What a tree is called: by who reads the page. */
function titleOf(kind: AstKind): string {
  switch (kind) {
    case 'own':
      return l10n.t('Editor');
    case 'raw':
      return 'tree-sitter';
    case 'framework':
      return l10n.t('Framework');
  }
}

/** A small button that shows an icon and says what it does. */
function action(id: string, name: string, label: string, onPress: () => void): HTMLElement {
  const made = element('button', { id, type: 'button', title: label, 'aria-label': label }, [
    icon(name),
  ]);
  made.className = 'action';
  made.addEventListener('click', onPress);
  return made;
}
