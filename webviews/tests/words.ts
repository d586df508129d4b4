import * as l10n from '@vscode/l10n';
import type { TestStatus } from '../../src/protocol/testResults.js';
import type { TestRun, TestRunStatus, TestTrigger } from '../../src/protocol/testRuns.js';
import { element } from '../shared/dom.js';
import { icon } from '../shared/ui.js';

const statusIcons: Record<TestRunStatus | TestStatus | 'hollow', string> = {
  pending: 'clock',
  running: 'loading',
  completed: 'pass',
  passed: 'pass',
  hollow: 'question',
  failed: 'error',
  error: 'warning',
  cancelled: 'circle-slash',
  interrupted: 'debug-disconnect',
};

/** What became of a run, in a person's words. */
export function runStatusText(status: TestRunStatus): string {
  switch (status) {
    case 'pending':
      return l10n.t('waiting');
    case 'running':
      return l10n.t('running');
    case 'completed':
      return l10n.t('passed');
    case 'failed':
      return l10n.t('failed');
    case 'error':
      return l10n.t('could not run');
    case 'cancelled':
      return l10n.t('cancelled');
    case 'interrupted':
      return l10n.t('interrupted');
  }
}

export function testStatusText(status: TestStatus | null): string {
  switch (status) {
    case 'passed':
      return l10n.t('passed');
    case 'failed':
      return l10n.t('failed');
    case 'error':
      return l10n.t('could not run');
    case null:
      return l10n.t('did not run');
  }
}

export function triggerText(trigger: TestTrigger): string {
  switch (trigger) {
    case 'api':
      return l10n.t('API');
    case 'cli':
      return l10n.t('command line');
    case 'editor':
      return l10n.t('editor');
    case 'save':
      return l10n.t('on saving');
  }
}

/** An icon with the word beside it: colour alone says nothing. */
export function statusCell(status: keyof typeof statusIcons, text: string): HTMLElement {
  return element('span', { class: `status ${status}` }, [icon(statusIcons[status]), text]);
}

export function duration(ms: number | null, language: string): string {
  if (ms === null) return '';
  const [value, unit] = ms < 1_000 ? [ms, 'millisecond'] : [ms / 1_000, 'second'];
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

export function percent(rate: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
    rate,
  );
}

/** `40 passed, 2 failed, 1 hollow`, without what there is none of. */
export function countsText(
  run: Pick<TestRun, 'passedTests' | 'failedTests' | 'hollowTests'>,
): string {
  const { passedTests, failedTests, hollowTests } = run;
  return [
    l10n.t('{0} passed', passedTests),
    ...(failedTests > 0 ? [l10n.t('{0} failed', failedTests)] : []),
    ...(hollowTests > 0 ? [l10n.t('{0} hollow', hollowTests)] : []),
  ].join(', ');
}

/** Where the code of a run stood: its branch and the beginning of its commit. */
export function codeText({ gitBranch, gitCommit }: TestRun): string {
  return [gitBranch, gitCommit?.slice(0, 8)].filter((part) => typeof part === 'string').join(' ');
}
