import * as l10n from '@vscode/l10n';
import type { DatasourceBadge, DatasourceDetail } from '../../src/protocol/datasources.js';
import { typeNames } from '../../src/protocol/datasourceRules.js';
import type { DatasourcePageAction, FromDatasourcePage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import type { PageContext } from '../shared/page.js';
import { button, icon, notice } from '../shared/ui.js';

export type DatasourceContext = PageContext<FromDatasourcePage>;

const icons: Readonly<Record<DatasourceBadge, string>> = {
  ...{ ready: 'database', running: 'database', working: 'loading', stopped: 'circle-slash' },
  ...{ error: 'error', unavailable: 'debug-disconnect' },
};

/** Name, state, what is wrong, and what can be done. */
export function headerOf(datasource: DatasourceDetail, context: DatasourceContext): Node {
  const { name, error, jobId } = datasource;
  const badge = jobId === null ? datasource.badge : 'working';
  return element('header', {}, [
    element('div', { class: 'title' }, [
      element('span', { class: `state ${badge}` }, [icon(icons[badge])]),
      element('h1', {}, [name]),
    ]),
    element('p', { class: 'muted description' }, [
      [stateText(badge, datasource), typeNames[datasource.type]].join(' · '),
    ]),
    error === null || jobId !== null ? null : failure(datasource, context),
    badge === 'unavailable' ? notice('warning', awayText(), []) : null,
    element(
      'div',
      { class: 'actions', role: 'group', 'aria-label': l10n.t('Datasource actions') },
      actionsOf(datasource, context),
    ),
  ]);
}

function failure({ error }: DatasourceDetail, context: DatasourceContext): Node {
  const { message = '', repair = null, lastLines = [] } = error ?? {};
  const box = notice('error', repair === null ? message : `${message} ${repair}`, [
    act(context, 'setup', l10n.t('Try Again'), 'refresh'),
  ]);
  if (lastLines.length > 0)
    box.append(element('pre', { class: 'last-lines' }, [lastLines.join('\n')]));
  return box;
}

function act(
  context: DatasourceContext,
  action: DatasourcePageAction,
  label: string,
  name: string,
  primary = false,
): HTMLElement {
  return button({
    id: `act-${action}`,
    label,
    icon: name,
    primary,
    onPress: () => context.send({ type: 'action', action }),
  });
}

function actionsOf(datasource: DatasourceDetail, context: DatasourceContext): HTMLElement[] {
  const { connectionType, status, badge, jobId, connection, hasPassword } = datasource;
  const isWorking = badge === 'working' || jobId !== null;
  const one = (action: DatasourcePageAction, label: string, name: string, primary = false) =>
    act(context, action, label, name, primary);
  const life =
    connectionType !== 'docker' || isWorking || badge === 'unavailable'
      ? []
      : status === 'running'
        ? [
            one('stop', l10n.t('Stop'), 'debug-stop'),
            one('restart', l10n.t('Restart'), 'debug-restart'),
          ]
        : [one('start', l10n.t('Start'), 'play', true)];
  return [
    ...life,
    ...(connection.config === null
      ? []
      : [one('useInProject', l10n.t('Use in Project'), 'link', badge === 'ready')]),
    one('test', l10n.t('Test Connection'), 'pulse'),
    one('copyUrl', l10n.t('Copy URL'), 'copy'),
    ...(hasPassword ? [one('copyPassword', l10n.t('Copy Password'), 'key')] : []),
    ...(connection.shell === null ? [] : [one('shell', l10n.t('Open Shell'), 'terminal')]),
    one('edit', l10n.t('Edit…'), 'edit'),
    one('duplicate', l10n.t('Duplicate…'), 'files'),
    one('delete', l10n.t('Delete…'), 'trash'),
  ];
}

function stateText(badge: DatasourceBadge, datasource: DatasourceDetail): string {
  switch (badge) {
    case 'ready':
      return l10n.t('ready');
    case 'running':
      return l10n.t('running, not set up');
    case 'working':
      return workText(datasource);
    case 'stopped':
      return l10n.t('stopped');
    case 'error':
      return l10n.t('error');
    case 'unavailable':
      return l10n.t('engine away');
  }
}

const awayText = (): string =>
  l10n.t('The Docker engine does not answer. Start it: what is here goes on by itself.');

/** What is being done, as far as its row says. */
function workText({ status, setupStatus }: DatasourceDetail): string {
  switch (status) {
    case 'pulling':
      return l10n.t('fetching the image');
    case 'starting':
      return l10n.t('starting');
    case 'restarting':
      return l10n.t('restarting');
    case 'stopping':
      return l10n.t('stopping');
    case 'deleting':
      return l10n.t('being deleted');
    default:
      return setupStatus === 'configuring' ? l10n.t('setting up') : l10n.t('working');
  }
}
