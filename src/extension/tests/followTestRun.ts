import type { ServiceEvent } from '../../protocol/events.js';
import type { TestResult } from '../../protocol/testResults.js';
import type { TestRun, TestRunDetail } from '../../protocol/testRuns.js';
import type { Disposable } from '../platform/signal.js';

export interface FollowTestRunOptions {
  readonly read: (after: number) => Promise<TestRunDetail>;
  readonly onEvent: (listener: (event: ServiceEvent) => void) => Disposable;
  readonly onStarted: (testId: string) => void;
  /** Once for each result, in the order they came; false: its test is not known here. */
  readonly onResult: (result: TestResult) => boolean;
  /** Looks for the tests there are now: a run may know of one before those who watch it do. */
  readonly find: () => Promise<void>;
}

/** Whether nothing will happen to the run any more. */
export function hasEnded({ status }: Pick<TestRun, 'status'>): boolean {
  return status !== 'pending' && status !== 'running';
}

/**
 * Follows a run by the event stream until it ends, and answers how it ended. Reads never overlap:
 * events that come during one cause one more, which brings only what is new. Results of tests that are not known
 * are told once more at the end, after a search. @throws what `read` throws
 */
export async function followTestRun(
  runId: number,
  { read, onEvent, onStarted, onResult, find }: FollowTestRunOptions,
): Promise<TestRun> {
  const unknown: TestResult[] = [];
  let last = 0;
  let happened = 0;
  let wake = (): void => undefined;
  const listening = onEvent((event) => {
    if (event.type === 'test_started' && event.runId === runId) onStarted(event.testId);
    if (!concerns(event, runId)) return;
    happened += 1;
    wake();
  });
  try {
    for (;;) {
      const before = happened;
      const { test_run: run, individual_test_results: results } = await read(last);
      for (const result of results) {
        last = Math.max(last, result.id);
        if (!onResult(result)) unknown.push(result);
      }
      if (hasEnded(run)) {
        if (unknown.length > 0) await find();
        for (const result of unknown) onResult(result);
        return run;
      }
      const next = new Promise<void>((resolve) => (wake = resolve));
      if (happened === before) await next;
    }
  } finally {
    listening.dispose();
  }
}

function concerns(event: ServiceEvent, runId: number): boolean {
  switch (event.type) {
    case 'test_ended':
      return event.runId === runId;
    case 'test_run_changed':
      return event.id === runId;
    case 'job_changed':
      // A run that could not tell its own end has that of its job.
      return ['cancelled', 'failed', 'interrupted'].includes(event.state);
    default:
      return event.type === 'reset';
  }
}
