import type { ApiClient } from '../../client/connection.js';
import type { Endpoint } from '../../client/loopbackFetch.js';
import { dataOf } from '../../client/problemError.js';
import type { ServiceEvent } from '../../protocol/events.js';
import type { RunTests, TestRunDetail } from '../../protocol/testRuns.js';
import { readStream } from '../readStream.js';

export interface FollowRunOptions {
  readonly api: ApiClient;
  readonly endpoint: Endpoint;
  readonly projectId: number;
  readonly request: RunTests;
  /** Ctrl-C: ends the run, too. */
  readonly signal: AbortSignal;
}

export interface FollowedRun {
  readonly detail: TestRunDetail;
  readonly at: { readonly id: number; readonly runId: number };
}

const isLive = ({ test_run: { status } }: TestRunDetail): boolean =>
  status === 'pending' || status === 'running';

/** Starts a run and answers it once it has ended. */
export async function followRun(options: FollowRunOptions): Promise<FollowedRun> {
  const { api, endpoint, projectId: id, request, signal } = options;
  const reading = new AbortController();
  // The stream first: an end that comes before it is listened to would be waited for in vain.
  const events = readStream(endpoint, `/api/projects/${id}/events`, reading.signal);
  try {
    await events.next();
    const body = request;
    const params = { path: { id } };
    const started = await dataOf(api.POST('/api/projects/{id}/tests/run', { params, body }));
    const at = { id, runId: started.test_run_id };
    const cancel = (): void => {
      const run = { params: { path: at } };
      void api.POST('/api/projects/{id}/tests/runs/{runId}/cancel', run).catch(() => undefined);
    };
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    const read = (): Promise<TestRunDetail> =>
      dataOf(api.GET('/api/projects/{id}/tests/runs/{runId}', { params: { path: at } }));
    for await (const message of events) {
      if (!concerns(JSON.parse(message) as ServiceEvent, at.runId)) continue;
      const detail = await read();
      if (!isLive(detail)) return { detail, at };
    }
    return { detail: await read(), at };
  } finally {
    reading.abort();
    await events.return(undefined).catch(() => undefined);
  }
}

/** Jobs of these states tell of runs that did not come to tell it themselves. */
const ended: readonly string[] = ['cancelled', 'failed', 'interrupted'];

/** Whether the run may have ended. */
function concerns(event: ServiceEvent, runId: number): boolean {
  if (event.type === 'test_run_changed') {
    return event.id === runId && event.status !== 'pending' && event.status !== 'running';
  }
  return event.type === 'reset' || (event.type === 'job_changed' && ended.includes(event.state));
}
