import * as l10n from '@vscode/l10n';
import type { DatasourceLogLine } from '../../src/protocol/datasources.js';
import { ansiLine, withoutAnsi } from '../shared/ansi.js';
import { element } from '../shared/dom.js';
import { button, icon } from '../shared/ui.js';

/** Lines kept on the page; older ones go first. */
const most = 5_000;

interface ShownLine {
  readonly line: DatasourceLogLine;
  readonly text: string;
  readonly row: HTMLElement;
}

/** The live log: it follows while it is scrolled to its end, and is searched, told apart and saved. */
export class LogView {
  readonly element: HTMLElement;
  readonly #list = element('div', { class: 'log', role: 'log', tabindex: '0' });
  readonly #count = element('span', { class: 'muted', role: 'status' });
  readonly #search = element('input', { id: 'log-search', type: 'search' }) as HTMLInputElement;
  readonly #stream = element('select', { id: 'log-stream' }) as HTMLSelectElement;
  readonly #since = element('select', { id: 'log-since' }) as HTMLSelectElement;
  readonly #follow = element('input', { id: 'log-follow', type: 'checkbox' }) as HTMLInputElement;
  readonly #times = element('input', { id: 'log-times', type: 'checkbox' }) as HTMLInputElement;
  #lines: ShownLine[] = [];

  constructor(private readonly save: (text: string) => void) {
    this.#follow.checked = true;
    this.#list.setAttribute('aria-label', l10n.t('Log'));
    this.#search.placeholder = l10n.t('Search');
    this.#search.setAttribute('aria-label', l10n.t('Search the log'));
    this.#stream.setAttribute('aria-label', l10n.t('Output'));
    for (const [value, text] of [
      ['', l10n.t('All output')],
      ['stdout', 'stdout'],
      ['stderr', 'stderr'],
    ] as const)
      this.#stream.append(element('option', { value }, [text]));
    this.#since.setAttribute('aria-label', l10n.t('Since'));
    for (const [minutes, text] of [
      ['', l10n.t('All that is kept')],
      ['10', l10n.t('Last 10 minutes')],
      ['60', l10n.t('Last hour')],
    ] as const)
      this.#since.append(element('option', { value: minutes }, [text]));
    this.#since.addEventListener('change', () => this.#filter());
    this.#search.addEventListener('input', () => this.#filter());
    this.#stream.addEventListener('change', () => this.#filter());
    this.#times.addEventListener('change', () =>
      this.#list.classList.toggle('with-times', this.#times.checked),
    );
    this.#follow.addEventListener('change', () => this.#toEnd());
    this.#list.addEventListener('scroll', () => {
      const { scrollHeight, scrollTop, clientHeight } = this.#list;
      this.#follow.checked = scrollHeight - scrollTop - clientHeight < 24;
    });
    this.element = element('div', {}, [
      element('h2', { id: 'log' }, [icon('output'), l10n.t('Log')]),
      element('div', { class: 'log-tools' }, [
        this.#search,
        this.#stream,
        this.#since,
        label(this.#follow, l10n.t('Follow')),
        label(this.#times, l10n.t('Times')),
        button({
          id: 'log-save',
          label: l10n.t('Save…'),
          icon: 'save',
          onPress: () => this.save(this.#shown().map(asText).join('\n')),
        }),
        this.#count,
      ]),
      this.#list,
    ]);
  }

  add(lines: readonly DatasourceLogLine[], fresh: boolean): void {
    if (fresh) {
      this.#lines = [];
      this.#list.replaceChildren();
    }
    const added = lines.map((line): ShownLine => {
      const time = element('time', { datetime: line.at }, [`${line.at.slice(11, 23)} `]);
      const row = element('div', { class: line.stream }, [time, ...ansiLine(line.text)]);
      const shown = { line, text: withoutAnsi(line.text), row };
      row.hidden = !this.#matches(shown);
      return shown;
    });
    this.#lines.push(...added);
    this.#list.append(...added.map(({ row }) => row));
    for (const { row } of this.#lines.splice(0, Math.max(0, this.#lines.length - most)))
      row.remove();
    this.#tell();
    this.#toEnd();
  }

  /** It stands on the page: what was written before is scrolled through. */
  shown(): void {
    this.#toEnd();
  }

  focus(): void {
    this.element.scrollIntoView();
    this.#list.focus();
  }

  #matches({ line, text }: ShownLine): boolean {
    const stream = this.#stream.value;
    if (stream !== '' && line.stream !== stream) return false;
    const minutes = Number(this.#since.value);
    if (minutes > 0 && Date.parse(line.at) < Date.now() - minutes * 60_000) return false;
    return text.toLowerCase().includes(this.#search.value.toLowerCase());
  }

  #filter(): void {
    for (const shown of this.#lines) shown.row.hidden = !this.#matches(shown);
    this.#tell();
    this.#toEnd();
  }

  #shown(): ShownLine[] {
    return this.#lines.filter(({ row }) => !row.hidden);
  }

  #tell(): void {
    const shown = this.#shown().length;
    this.#count.textContent =
      shown === this.#lines.length
        ? l10n.t('{0} lines', shown)
        : l10n.t('{0} of {1} lines', shown, this.#lines.length);
  }

  #toEnd(): void {
    if (this.#follow.checked) this.#list.scrollTop = this.#list.scrollHeight;
  }
}

const asText = ({ line, text }: ShownLine): string => `${line.at} ${line.stream} ${text}`;

function label(input: HTMLElement, text: string): HTMLElement {
  return element('label', { class: 'check' }, [input, text]);
}
