import * as l10n from '@vscode/l10n';
import type { Job, JobState } from '../../src/protocol/jobs.js';
import { element } from '../shared/dom.js';
import { button, icon, progressBar } from '../shared/ui.js';
import { moment } from '../shared/moment.js';
import type { ProjectContext } from './project.js';

const shown = 10;

/** The running jobs and the last ones. */
export function jobsOf(jobs: readonly Job[], context: ProjectContext): Node {
  const rows = jobs.slice(0, shown).map((job) => jobRow(job, context));
  return element('div', {}, [
    element('h2', {}, [icon('tools'), l10n.t('Jobs')]),
    rows.length === 0
      ? element('p', { class: 'muted' }, [l10n.t('No job has run for this project.')])
      : element('ul', { class: 'jobs' }, rows),
  ]);
}

function jobRow(job: Job, context: ProjectContext): Node {
  const running = job.state === 'active' || job.state === 'created' || job.state === 'retry';
  const state = stateText(job.state);
  return element('li', {}, [
    icon(stateIcon[job.state]),
    element('div', { class: 'job' }, [
      element('span', {}, [job.title]),
      element('span', { class: 'muted' }, [
        `${state} · `,
        moment(job.endedAt ?? job.startedAt ?? job.createdAt, context.language()),
        running && job.step !== null ? ` · ${job.step}` : '',
      ]),
      job.error === null ? null : element('span', { class: 'failure' }, [job.error]),
      running ? progressBar(job.progress, job.title) : null,
    ]),
    running
      ? button({
          id: `cancel-${job.id}`,
          label: l10n.t('Cancel'),
          description: l10n.t('Cancel {0}', job.title),
          onPress: () => context.send({ type: 'cancelJob', id: job.id }),
        })
      : null,
  ]);
}

const stateIcon: Record<JobState, string> = {
  created: 'clock',
  retry: 'history',
  active: 'sync',
  completed: 'pass',
  cancelled: 'circle-slash',
  failed: 'error',
  interrupted: 'warning',
};

function stateText(state: JobState): string {
  switch (state) {
    case 'created':
      return l10n.t('waiting');
    case 'retry':
      return l10n.t('will be tried again');
    case 'active':
      return l10n.t('running');
    case 'completed':
      return l10n.t('done');
    case 'cancelled':
      return l10n.t('cancelled');
    case 'failed':
      return l10n.t('failed');
    case 'interrupted':
      return l10n.t('interrupted');
  }
}
