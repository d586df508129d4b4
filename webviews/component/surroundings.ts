import * as l10n from '@vscode/l10n';
import type { ComponentDependency, ComponentDetail } from '../../src/protocol/components.js';
import type { Child, Part } from '../shared/dom.js';
import { section } from '../shared/section.js';
import { link } from '../shared/ui.js';
import type { ComponentContext } from './component.js';

/** What stands around a component: what it uses, who uses it, where it answers, and what tests it. */
export function surroundingsOf(component: ComponentDetail, context: ComponentContext): Part[] {
  const { dependencies, usedBy, endpoints, tests } = component;
  const toComponent = (part: string, at: number, label: string, filePath: string): HTMLElement =>
    link(`${part}-${at}`, label, () => context.send({ type: 'openComponent', filePath }));
  return [
    {
      id: 'uses',
      data: dependencies,
      draw: () =>
        section({
          title: l10n.t('Uses'),
          icon: 'references',
          empty: l10n.t('It uses nothing of the project.'),
          columns: [l10n.t('Name'), l10n.t('Kind'), l10n.t('File')],
          rows: dependencies.map(({ kind, name, path }, at): Child[] => [
            name,
            dependencyWord(kind),
            path === null ? '' : toComponent('uses', at, path, path),
          ]),
        }),
    },
    {
      id: 'used-by',
      data: usedBy,
      draw: () =>
        section({
          title: l10n.t('Used By'),
          icon: 'references',
          empty: l10n.t('Nothing calls it, imports it or links to it.'),
          columns: [l10n.t('File')],
          rows: usedBy.map((path, at) => [toComponent('used-by', at, path, path)]),
        }),
    },
    {
      id: 'endpoints',
      data: endpoints,
      draw: () =>
        section({
          title: l10n.t('Endpoints'),
          icon: 'plug',
          empty: l10n.t('It answers no address.'),
          columns: [l10n.t('Method'), l10n.t('Path'), l10n.t('Action'), l10n.t('Description')],
          rows: endpoints.map(({ method, path, functionName, description }) => [
            method,
            path,
            functionName ?? '',
            description ?? '',
          ]),
        }),
    },
    {
      id: 'tests',
      data: tests,
      draw: () =>
        section({
          title: l10n.t('Tests'),
          icon: 'beaker',
          empty: l10n.t('No test asks for a page in which it is drawn.'),
          columns: [l10n.t('Name'), l10n.t('Page'), l10n.t('File')],
          rows: tests.map(({ name, page, filePath, line }, at) => [
            name,
            page,
            link(`test-${at}`, `${filePath}:${line}`, () =>
              context.send({ type: 'openFile', filePath, line, column: 1 }),
            ),
          ]),
        }),
    },
  ];
}

function dependencyWord(kind: ComponentDependency['kind']): string {
  switch (kind) {
    case 'component':
      return l10n.t('component');
    case 'page':
      return l10n.t('page');
    case 'datasource':
      return l10n.t('datasource');
    case 'service':
      return l10n.t('service');
    case 'table':
      return l10n.t('table');
  }
}
