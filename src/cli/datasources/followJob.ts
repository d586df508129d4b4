import { dataOf } from '../../client/problemError.js';
import type { Datasource } from '../../protocol/datasources.js';
import type { ServiceEvent } from '../../protocol/events.js';
import type { JobLogEnd, JobLogLine } from '../../protocol/jobs.js';
import type { CliService } from '../cliService.js';
import type { Output } from '../output.js';
import { readStream } from '../readStream.js';
import { exitCodes, type ExitCode, type VerbContext } from '../verb.js';

/**
 * Says on stderr what the job of a datasource says and how far it is, until it ends. Ctrl-C cancels the job;
 * what it let go of is told before the command ends.
 */
export async function followJob(
  { output, service, signal }: VerbContext,
  { jobId, projectId }: Datasource,
): Promise<ExitCode> {
  if (jobId === null) return exitCodes.ok;
  const { api, endpoint } = await service();
  const reading = new AbortController();
  const cancel = (): void => {
    const params = { path: { id: jobId } };
    // It may have ended in this moment: its log says so in any case.
    void api.POST('/api/jobs/{id}/cancel', { params }).catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const steps = showSteps(output, { api, endpoint }, { jobId, projectId }, reading.signal);
  let state: JobLogEnd['state'] = 'completed';
  try {
    for await (const message of readStream(
      endpoint,
      `/api/jobs/${jobId}/logs`,
      new AbortController().signal,
    )) {
      const line = JSON.parse(message) as JobLogLine | JobLogEnd;
      if ('state' in line) state = line.state;
      else output.message(line.text);
    }
  } finally {
    reading.abort();
    await steps;
    signal.removeEventListener('abort', cancel);
  }
  if (state === 'cancelled') output.message('It was cancelled.');
  return state === 'completed' ? exitCodes.ok : exitCodes.failed;
}

/** Shows each step of a job; ends with `signal`. That steps cannot be shown is no failure of the job. */
async function showSteps(
  output: Output,
  { api, endpoint }: CliService,
  { jobId, projectId }: { readonly jobId: number; readonly projectId: number },
  signal: AbortSignal,
): Promise<void> {
  const params = { path: { id: jobId } };
  try {
    for await (const message of readStream(endpoint, `/api/projects/${projectId}/events`, signal)) {
      const event = JSON.parse(message) as ServiceEvent;
      // What was told before the stream was there is seen when it is.
      const isOfJob = event.type === 'job_changed' && event.id === jobId;
      if (event.type !== 'ready' && !isOfJob) continue;
      const { state, step } = await dataOf(api.GET('/api/jobs/{id}', { params, signal }));
      if (state === 'active' && step !== null) output.progress(step);
    }
  } catch {
    // The service left, or the end was near: the log tells it.
  } finally {
    output.progress('');
  }
}
