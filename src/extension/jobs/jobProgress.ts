import * as vscode from 'vscode';
import type { ServiceEvent } from '../../protocol/events.js';
import type { Job } from '../../protocol/jobs.js';
import type { Log } from '../platform/log.js';
import type { Disposable } from '../platform/signal.js';
import { followJob } from './followJob.js';
import type { JobsApi } from './jobsApi.js';

/** Milliseconds for the log's last lines after the job has ended. */
const lastLinesWithin = 2000;

export interface JobProgressDeps {
  readonly jobs: JobsApi;
  readonly onEvent: (listener: (event: ServiceEvent) => void) => Disposable;
  readonly log: Log;
}

/**
 * Shows a job in a notification that can be cancelled, with its log in the output channel, until it ends.
 * The job belongs to the service: it goes on when this window closes.
 */
export async function showJobProgress(started: Job, deps: JobProgressDeps): Promise<Job> {
  const { jobs, onEvent, log } = deps;
  const jobLog = log.for(started.title);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: started.title, cancellable: true },
    async (progress, token) => {
      const reading = new AbortController();
      let shown = 0;
      token.onCancellationRequested(() => {
        jobs.cancel(started.id).catch((error: unknown) => jobLog.error('Cancel failed', error));
      });
      const copying = copyLog(jobs, started.id, reading.signal, jobLog);
      try {
        return await followJob(started.id, {
          read: (id) => jobs.get(id),
          onEvent,
          onProgress: (job) => {
            const percent = Math.round(job.progress * 100);
            progress.report({
              increment: Math.max(0, percent - shown),
              ...(job.step === null ? {} : { message: job.step }),
            });
            shown = Math.max(shown, percent);
          },
        });
      } finally {
        // The log ends by itself with the job; a stream that does not is left after a moment.
        const limit = setTimeout(() => reading.abort(), lastLinesWithin);
        await copying;
        clearTimeout(limit);
      }
    },
  );
}

async function copyLog(jobs: JobsApi, id: number, signal: AbortSignal, log: Log): Promise<void> {
  try {
    for await (const line of jobs.logLines(id, signal)) log.info(line.text);
  } catch (error) {
    if (!signal.aborted) log.warn(`The job's log cannot be followed: ${String(error)}`);
  }
}
