import * as l10n from '@vscode/l10n';
import { element } from '../shared/dom.js';
import { button } from '../shared/ui.js';
import type { Column } from './column.js';

interface Match {
  readonly column: Column;
  readonly index: number;
}

/** Looks for a text in all trees, and goes from one match to the next. */
export class Search {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly count = element('span', { id: 'count', class: 'muted' });
  private matches: readonly Match[] = [];
  private at = -1;

  constructor(
    private readonly columns: readonly Column[],
    private readonly announce: (text: string) => void,
  ) {
    const label = l10n.t('Search');
    this.input = element('input', {
      ...{ id: 'search', type: 'search', placeholder: label, 'aria-label': label },
    }) as HTMLInputElement;
    this.input.addEventListener('input', () => this.look());
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === 'F3') this.go(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape') this.leave();
      else return;
      event.preventDefault();
    });
    const step = (id: string, text: string, icon: string, by: 1 | -1): HTMLElement =>
      button({ id, label: text, icon, onPress: () => this.go(by) });
    this.element = element('div', { class: 'search', role: 'search' }, [
      this.input,
      step('previous', l10n.t('Previous'), 'arrow-up', -1),
      step('next', l10n.t('Next'), 'arrow-down', 1),
      this.count,
    ]);
  }

  /** Puts the keyboard into the field. */
  focus(): void {
    this.input.focus();
    this.input.select();
  }

  /** Looks again, after a tree changed. */
  refresh(): void {
    if (this.input.value.trim() !== '') this.look();
  }

  private look(): void {
    this.matches = this.columns.flatMap((column) => {
      const found = column.view.model.find(this.input.value);
      column.view.mark(found);
      return found.map((index) => ({ column, index }));
    });
    this.at = -1;
    const isEmpty = this.input.value.trim() === '';
    this.tell(isEmpty ? '' : l10n.t('{0} found', this.matches.length));
  }

  private go(by: 1 | -1): void {
    const { length } = this.matches;
    if (length === 0) return;
    this.at = this.at < 0 && by < 0 ? length - 1 : (this.at + by + length) % length;
    const match = this.matches[this.at];
    match?.column.view.activate(match.index);
    this.tell(l10n.t('{0} of {1}', this.at + 1, length));
  }

  /** Gives the keyboard to the tree of the match that was reached. */
  private leave(): void {
    const column = this.matches[this.at]?.column ?? this.columns[0];
    column?.view.element.focus();
  }

  private tell(text: string): void {
    this.count.textContent = text;
    this.announce(text);
  }
}
