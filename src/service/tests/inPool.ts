export interface PoolOptions<Task, Worker> {
  readonly tasks: readonly Task[];
  /** How many run at once. */
  readonly size: number;
  /** Tasks of one lane run one after the other, in their order; null: beside all others. */
  readonly laneOf?: (task: Task) => string | null;
  /** A worker for one of the `size` places, asked for when there is work for it. */
  readonly open: () => Promise<Worker>;
  readonly close: (worker: Worker) => Promise<void>;
  /** Does one task. What it throws ends the pool. */
  readonly work: (worker: Worker, task: Task) => Promise<void>;
  /** Asked before each task: true leaves the rest out. */
  readonly isOver?: () => boolean;
}

/** The tasks in groups that may run beside each other, each in the order of the tasks. */
function lanesOf<Task>({
  tasks,
  laneOf,
}: Pick<PoolOptions<Task, unknown>, 'tasks' | 'laneOf'>): Task[][] {
  const lanes = new Map<string | Task, Task[]>();
  for (const task of tasks) {
    const key = laneOf?.(task) ?? task;
    const lane = lanes.get(key);
    if (lane) lane.push(task);
    else lanes.set(key, [task]);
  }
  return [...lanes.values()];
}

/**
 * Does the tasks with `size` workers, each taking the next that is free. Resolves when all are done and
 * every worker is closed. @throws what the first task that threw did; the others then end with their task
 */
export async function inPool<Task, Worker>(options: PoolOptions<Task, Worker>): Promise<void> {
  const lanes = lanesOf<Task>(options);
  let failed = false;
  const isOver = (): boolean => failed || (options.isOver?.() ?? false);
  const serve = async (): Promise<void> => {
    if (isOver() || lanes.length === 0) return;
    const worker = await options.open();
    try {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
        for (const task of lane) {
          if (isOver()) return;
          await options.work(worker, task);
        }
      }
    } finally {
      await options.close(worker);
    }
  };
  const places = Array.from({ length: Math.min(options.size, lanes.length) }, () =>
    serve().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(places);
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason as unknown;
}
