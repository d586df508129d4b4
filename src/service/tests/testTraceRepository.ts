import type { CoveredLines, TestCode } from '../../framework/bridgeMessages.js';
import type { Db, Tx } from '../platform/store/store.js';

/** What the newest result of a test came from. */
export interface TestTrace {
  readonly testId: string;
  /** Hash of what every test depends on, as it was. */
  readonly everyones: string;
  /** Each part of the code the result depends on, with its hash as it was. */
  readonly uses: Readonly<Record<string, string>>;
  readonly covered: readonly CoveredLines[];
}

/** The newest trace of each test. */
export class TestTraceRepository {
  async ofProject(db: Db, projectId: number, testId?: string): Promise<TestTrace[]> {
    let query = db.selectFrom('test_trace').selectAll().where('project_id', '=', projectId);
    if (testId !== undefined) query = query.where('test_id', '=', testId);
    const rows = await query.orderBy('test_id').execute();
    return rows.map((row) => ({
      testId: row.test_id,
      everyones: row.everyones,
      uses: JSON.parse(row.uses) as Record<string, string>,
      covered: JSON.parse(row.covered) as CoveredLines[],
    }));
  }

  async put(tx: Tx, projectId: number, trace: TestTrace): Promise<void> {
    const { everyones } = trace;
    const told = {
      everyones,
      uses: JSON.stringify(trace.uses),
      covered: JSON.stringify(trace.covered),
    };
    await tx
      .insertInto('test_trace')
      .values({ project_id: projectId, test_id: trace.testId, ...told })
      .onConflict((conflict) => conflict.columns(['project_id', 'test_id']).doUpdateSet(told))
      .execute();
  }

  /** A test that ended without telling what it used may depend on anything. */
  async forget(tx: Tx, projectId: number, testId: string): Promise<void> {
    await tx
      .deleteFrom('test_trace')
      .where('project_id', '=', projectId)
      .where('test_id', '=', testId)
      .execute();
  }
}

/**
 * The parts a test used, each with the hash it had when the run began. What of a module is no function of its
 * own, such as the body of a class, is everyone's.
 */
export function usesOf(parts: readonly string[], code: TestCode): Record<string, string> {
  const own = parts.filter((part) => !part.includes('#') || part in code.parts);
  return Object.fromEntries(own.map((part) => [part, code.parts[part] ?? '']));
}
