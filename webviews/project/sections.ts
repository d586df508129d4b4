import * as l10n from '@vscode/l10n';
import type { ProjectDetail } from '../../src/protocol/projects.js';
import type { Part } from '../shared/dom.js';
import { section } from '../shared/section.js';

type Parts = Pick<ProjectDetail, 'datasources' | 'components' | 'endpoints'>;

/** What belongs to the project; each feature fills its own section. */
export function sectionsOf({ datasources, components, endpoints }: Parts): Part[] {
  return [
    {
      id: 'datasources',
      data: datasources,
      draw: () =>
        section({
          title: l10n.t('Datasources'),
          icon: 'database',
          empty: l10n.t('No datasource is recorded for this project.'),
          rows: datasources.map(({ name, type, status }) => [name, type, status]),
          columns: [l10n.t('Name'), l10n.t('Type'), l10n.t('Status')],
        }),
    },
    {
      id: 'components',
      data: components,
      draw: () =>
        section({
          title: l10n.t('Components'),
          icon: 'layout',
          empty: l10n.t('No component is recorded for this project.'),
          rows: components.map(({ name, filePath, status }) => [name, filePath, status]),
          columns: [l10n.t('Name'), l10n.t('File'), l10n.t('Status')],
        }),
    },
    {
      id: 'endpoints',
      data: endpoints,
      draw: () =>
        section({
          title: l10n.t('Endpoints'),
          icon: 'plug',
          empty: l10n.t('No endpoint is recorded for this project.'),
          rows: endpoints.map(({ method, path, description }) => [method, path, description ?? '']),
          columns: [l10n.t('Method'), l10n.t('Path'), l10n.t('Description')],
        }),
    },
  ];
}
