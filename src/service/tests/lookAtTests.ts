import type { FoundSuites, TestCode } from '../../framework/bridgeMessages.js';
import type { ProjectTests } from '../../protocol/tests.js';
import type { TestBridge } from './testBridge.js';
import type { TestPlace } from './testEnvironment.js';
import { projectTestsOf } from './testSelection.js';

/** What there is to run, and of what code. */
export interface Looked {
  /** Both kinds of tests as they stand in the files. */
  readonly found: ProjectTests;
  readonly checkout: FoundSuites;
  /** Null where the framework cannot be asked for the parts of an application. */
  readonly code: TestCode | null;
}

/** Runs nothing of the project; what the process runs next is the project as it is now. @throws BridgeError */
export async function lookAtTests(
  bridge: TestBridge,
  { problem }: TestPlace,
  signal?: AbortSignal,
): Promise<Looked> {
  // Without the framework a checkout still has its own tests.
  const { suites, tests, code } = await bridge.look(problem === null, signal);
  return { found: projectTestsOf(tests ?? { files: [] }, suites), checkout: suites, code };
}
