import * as l10n from '@vscode/l10n';
import type { ComponentDetail, ComponentFinding } from '../../src/protocol/components.js';
import { element, type Part } from '../shared/dom.js';
import { moment } from '../shared/moment.js';
import { section } from '../shared/section.js';
import { icon, link } from '../shared/ui.js';
import type { ComponentContext } from './component.js';
import { severityWord, statusWord } from './words.js';

/** What is wrong in a component, what it takes, and what it asks of datasources. */
export function partsOf(component: ComponentDetail, context: ComponentContext): Part[] {
  const { filePath, findings, params, slots, queries } = component;
  const lineLink = (part: string, at: number, line: number, column: number): HTMLElement =>
    link(`${part}-${at}`, l10n.t('line {0}', line), () =>
      context.send({ type: 'openFile', filePath, line, column }),
    );
  return [
    {
      id: 'findings',
      data: findings,
      draw: () =>
        section({
          title: l10n.t('Findings'),
          icon: findings.length === 0 ? 'pass' : 'warning',
          empty: l10n.t('Nothing in this file is wrong by itself.'),
          columns: [l10n.t('Severity'), l10n.t('Message'), l10n.t('Place')],
          rows: findings.map(({ severity, message, line, column }, at) => [
            severityCell(severity),
            message,
            lineLink('finding', at, line, column),
          ]),
        }),
    },
    {
      id: 'props',
      data: params,
      draw: () =>
        section({
          title: l10n.t('Props'),
          icon: 'symbol-parameter',
          empty: l10n.t('It takes no props.'),
          columns: [l10n.t('Name'), l10n.t('Type'), l10n.t('Default'), l10n.t('Place')],
          rows: params.map(({ name, type, required, default: standard, line, column }, at) => [
            name,
            type,
            required ? l10n.t('required') : (standard ?? ''),
            lineLink('prop', at, line, column),
          ]),
        }),
    },
    {
      id: 'slots',
      data: slots,
      draw: () =>
        section({
          title: l10n.t('Slots'),
          icon: 'symbol-snippet',
          empty: l10n.t('It has no slots.'),
          columns: [l10n.t('Name')],
          rows: slots.map((name) => [name]),
        }),
    },
    {
      id: 'queries',
      data: queries,
      draw: () =>
        section({
          title: l10n.t('Queries'),
          icon: 'database',
          empty: l10n.t('It asks no datasource.'),
          columns: [l10n.t('Name'), l10n.t('Datasource'), l10n.t('Place')],
          rows: queries.map(({ name, datasource, line, column }, at) => [
            name,
            datasource,
            lineLink('query', at, line, column),
          ]),
        }),
    },
  ];
}

/** Which states a component was in, the newest first. */
export function historyOf({ history }: ComponentDetail, context: ComponentContext): Part {
  return {
    id: 'history',
    data: history,
    draw: () =>
      section({
        title: l10n.t('History'),
        icon: 'history',
        empty: l10n.t('No change of its state was seen yet.'),
        columns: [l10n.t('Since'), l10n.t('Status'), l10n.t('Message')],
        rows: history.map(({ at, status, errorMessage }) => [
          moment(at, context.language()),
          statusWord(status),
          errorMessage ?? '',
        ]),
      }),
  };
}

function severityCell(severity: ComponentFinding['severity']): HTMLElement {
  const name = severity === 'information' ? 'info' : severity === 'hint' ? 'lightbulb' : severity;
  return element('span', {}, [icon(name), severityWord(severity)]);
}
