import type { ComparedTest, TestRunComparison } from '../../protocol/testHistory.js';
import type { TestResult } from '../../protocol/testResults.js';
import type { TestRunDetail } from '../../protocol/testRuns.js';

/** All results of one test in one run: it passed when each repetition did, and took their mean. */
interface InRun {
  readonly status: TestResult['status'];
  readonly ms: number;
  readonly told: TestResult;
}

function byTest(results: readonly TestResult[]): Map<string, InRun> {
  const groups = new Map<string, [TestResult, ...TestResult[]]>();
  for (const result of results) {
    const own = groups.get(result.testId);
    if (own) own.push(result);
    else groups.set(result.testId, [result]);
  }
  return new Map(
    [...groups].map(([testId, own]) => {
      const told = own.find(({ status }) => status !== 'passed') ?? own[0];
      const ms = own.reduce((sum, { durationMs }) => sum + durationMs, 0) / own.length;
      return [testId, { status: told.status, ms, told }];
    }),
  );
}

function isSlower(before: InRun, after: InRun): boolean {
  return after.ms >= 2 * before.ms && after.ms - before.ms >= 20;
}

type List = Exclude<keyof TestRunComparison, 'before' | 'after' | 'same'>;

/** Which list a test belongs into; null when nothing is otherwise. */
function listOf(before: InRun | undefined, after: InRun | undefined): List | null {
  if (before === undefined) return 'added';
  if (after === undefined) return 'gone';
  if (after.status !== 'passed') {
    return before.status === 'passed' ? 'newlyFailed' : 'stillFailing';
  }
  if (before.status !== 'passed') return 'mended';
  return isSlower(before, after) ? 'slower' : null;
}

function comparedOf(before: InRun | undefined, after: InRun | undefined): ComparedTest[] {
  const told = (after ?? before)?.told;
  if (told === undefined) return [];
  const { testId, suite, file, line, name } = told;
  return [
    {
      ...{ testId, suite, file, line, name },
      before: before?.status ?? null,
      after: after?.status ?? null,
      beforeMs: before?.ms ?? null,
      afterMs: after?.ms ?? null,
      message: after?.told.message ?? '',
    },
  ];
}

/** What is otherwise in `after`, in the order its tests ran; what took longest more comes first. */
export function compareRuns(before: TestRunDetail, after: TestRunDetail): TestRunComparison {
  const earlier = byTest(before.individual_test_results);
  const later = byTest(after.individual_test_results);
  const lists: Record<List, ComparedTest[]> = {
    ...{ newlyFailed: [], mended: [], stillFailing: [], slower: [], added: [], gone: [] },
  };
  let same = 0;
  for (const testId of new Set([...later.keys(), ...earlier.keys()])) {
    const [one, other] = [earlier.get(testId), later.get(testId)];
    const list = listOf(one, other);
    if (list === null) same += 1;
    else lists[list].push(...comparedOf(one, other));
  }
  const more = ({ beforeMs, afterMs }: ComparedTest): number => (afterMs ?? 0) - (beforeMs ?? 0);
  lists.slower.sort((one, other) => more(other) - more(one));
  return { before: before.test_run, after: after.test_run, ...lists, same };
}
