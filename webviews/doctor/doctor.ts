import './doctor.css';
import * as l10n from '@vscode/l10n';
import type { Check } from '../../src/protocol/doctor.js';
import type { FromDoctorPage, ToDoctorPage } from '../../src/protocol/webviews.js';
import { element, show, type Part } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { button, icon, notice, waiting } from '../shared/ui.js';
import { checkRow } from './checkRow.js';

export type DoctorContext = PageContext<FromDoctorPage>;
type Report = Extract<ToDoctorPage, { type: 'report' }>;

let last: Report | undefined;

startPage<{ hears: ToDoctorPage; says: FromDoctorPage }>((message, context) => {
  switch (message.type) {
    case 'checking':
      // The last findings stay in sight while new ones are made.
      context.announce(l10n.t('Checking…'));
      show(context.root, [
        header(context, true),
        ...(last === undefined ? [] : findings(last, context)),
      ]);
      break;
    case 'report':
      last = message;
      context.announce(verdict(message.report.checks));
      show(context.root, [header(context, false), ...findings(message, context)]);
      break;
    case 'failed':
      last = undefined;
      context.announce(message.message);
      show(context.root, [header(context, false), failure(message, context)]);
      break;
    default:
      message satisfies never;
  }
});

function header(context: DoctorContext, checking: boolean): Part {
  return {
    id: 'header',
    data: checking,
    draw: () =>
      element('header', { class: 'title' }, [
        element('h1', {}, [l10n.t('Quantum Doctor')]),
        checking
          ? waiting(l10n.t('Checking…'))
          : button({
              id: 'again',
              label: l10n.t('Check Again'),
              icon: 'refresh',
              onPress: () => context.send({ type: 'again' }),
            }),
      ]),
  };
}

function findings({ report, checkedAt }: Report, context: DoctorContext): Part[] {
  const time = new Date(checkedAt).toLocaleTimeString(context.language());
  return [
    {
      id: 'verdict',
      data: [report.checks, checkedAt],
      draw: () =>
        element('p', { class: 'verdict' }, [
          verdict(report.checks),
          ' ',
          element('span', { class: 'muted' }, [l10n.t('Checked at {0}.', time)]),
        ]),
    },
    {
      id: 'checks',
      data: report.checks,
      draw: () =>
        element(
          'ul',
          { class: 'checks' },
          report.checks.map((check, at) => checkRow(check, at, context)),
        ),
    },
  ];
}

function verdict(checks: readonly Check[]): string {
  const errors = checks.filter(({ state }) => state === 'error').length;
  const warnings = checks.filter(({ state }) => state === 'warning').length;
  if (errors === 0 && warnings === 0) return l10n.t('Everything is fine.');
  return l10n.t('Errors: {0}. Warnings: {1}.', errors, warnings);
}

function failure(
  { message, repair, logTail }: Extract<ToDoctorPage, { type: 'failed' }>,
  context: DoctorContext,
): Part {
  const text = repair === null ? message : `${message} ${repair}`;
  return {
    id: 'failure',
    data: [text, logTail],
    draw: () =>
      element('div', {}, [
        notice('error', text, [
          button({
            id: 'restart',
            label: l10n.t('Start Again'),
            icon: 'debug-restart',
            primary: true,
            onPress: () => context.send({ type: 'restartService' }),
          }),
          button({
            id: 'log',
            label: l10n.t('Show Log'),
            icon: 'output',
            onPress: () => context.send({ type: 'showLog' }),
          }),
        ]),
        logTail.length === 0
          ? null
          : element('div', {}, [
              element('h2', {}, [icon('output'), l10n.t('The service’s last words')]),
              element('pre', { tabindex: '0' }, [logTail.join('\n')]),
            ]),
      ]),
  };
}
