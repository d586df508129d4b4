import * as l10n from '@vscode/l10n';
import type { DatasourceUsage } from '../../src/protocol/datasources.js';
import { element } from '../shared/dom.js';
import { icon } from '../shared/ui.js';
import { bytes } from './bytes.js';

/** What the container uses now; its numbers change in place, once a second while it runs. */
export class UsageView {
  readonly element: HTMLElement;
  readonly #cpu = element('dd', { class: 'path' });
  readonly #memory = element('dd', { class: 'path' });

  constructor() {
    this.element = element('div', {}, [
      element('h2', {}, [icon('dashboard'), l10n.t('In Use Now')]),
      element('dl', {}, [
        element('dt', {}, [l10n.t('Processor')]),
        this.#cpu,
        element('dt', {}, [l10n.t('Memory')]),
        this.#memory,
      ]),
    ]);
    this.set(null, '');
  }

  /** Null: the container does not run, or the engine does not say. */
  set(usage: DatasourceUsage | null, language: string): void {
    const nothing = '–';
    if (usage === null) {
      this.#cpu.textContent = nothing;
      this.#memory.textContent = nothing;
      return;
    }
    const { cpuPercent, memoryBytes, memoryLimitBytes } = usage;
    const percent = cpuPercent.toLocaleString(language, { maximumFractionDigits: 1 });
    this.#cpu.textContent = l10n.t('{0} % of one', percent);
    const memory = bytes(memoryBytes, language);
    this.#memory.textContent =
      memoryLimitBytes === null
        ? memory
        : l10n.t('{0} of {1}', memory, bytes(memoryLimitBytes, language));
  }
}
