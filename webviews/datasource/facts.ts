import * as l10n from '@vscode/l10n';
import type { DatasourceDetail, DatasourceStatus } from '../../src/protocol/datasources.js';
import type { Happening } from '../../src/protocol/webviews.js';
import { element, type Child } from '../shared/dom.js';
import { icon } from '../shared/ui.js';
import { bytes } from './bytes.js';

type Fact = readonly [string, string | null];

/** How to connect; the password is nowhere on the page. */
export function connectionFacts({ connection, ...datasource }: DatasourceDetail): Node {
  const { host, port, databaseName, username, tls, connectionType, image, volume } = datasource;
  const address = host === null ? null : `${host}${port === null ? '' : `:${port}`}`;
  return facts(l10n.t('Connection'), 'plug', [
    [l10n.t('URL'), connection.url],
    [l10n.t('Address'), connectionType === 'file' ? null : address],
    [connectionType === 'file' ? l10n.t('File') : l10n.t('Database'), databaseName],
    [l10n.t('User'), username],
    [l10n.t('Password in'), connection.variable],
    [
      l10n.t('Encrypted'),
      connectionType === 'direct' ? (tls ? l10n.t('yes') : l10n.t('no')) : null,
    ],
    [l10n.t('Image'), image],
    [l10n.t('Volume'), volume],
  ]);
}

/** What the engine counts. */
export function statisticFacts(status: DatasourceStatus | null, language: string): Node {
  const { startedAt = null, sizeBytes = null } = status ?? {};
  const { restarts = null, exitCode = null, containerId = null } = status ?? {};
  return facts(l10n.t('Statistics'), 'graph', [
    [l10n.t('Running since'), startedAt === null ? null : momentOf(startedAt, language)],
    [l10n.t('Size'), sizeBytes === null ? null : bytes(sizeBytes, language)],
    [l10n.t('Restarts'), restarts === null ? null : String(restarts)],
    [l10n.t('Exit code'), exitCode === null ? null : String(exitCode)],
    [l10n.t('Container'), containerId === null ? null : containerId.slice(0, 12)],
  ]);
}

/** What happened while the page was open, the newest first. */
export function happeningsOf(happenings: readonly Happening[], language: string): Node {
  const rows = [...happenings]
    .reverse()
    .map(({ at, text }) =>
      element('li', {}, [
        element('time', { class: 'muted', datetime: at }, [
          new Date(at).toLocaleTimeString(language, { timeStyle: 'medium' }),
        ]),
        ' ',
        text,
      ]),
    );
  return element('div', {}, [
    element('h2', {}, [icon('history'), l10n.t('What happened')]),
    rows.length === 0
      ? element('p', { class: 'muted' }, [l10n.t('Nothing since this page was opened.')])
      : element('ul', { class: 'happenings' }, rows),
  ]);
}

function facts(title: string, name: string, rows: readonly Fact[]): Node {
  const shown = rows.filter((row): row is [string, string] => row[1] !== null && row[1] !== '');
  return element('div', {}, [
    element('h2', {}, [icon(name), title]),
    shown.length === 0
      ? element('p', { class: 'muted' }, [l10n.t('Nothing is known yet.')])
      : element(
          'dl',
          {},
          shown.flatMap(([fact, value]): Child[] => [
            element('dt', {}, [fact]),
            element('dd', { class: 'path' }, [value]),
          ]),
        ),
  ]);
}

const momentOf = (iso: string, language: string): string =>
  new Date(iso).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' });
