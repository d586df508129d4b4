import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Job } from '../../src/protocol/jobs.js';
import type { PreparedVolume, PreparedVolumes } from '../../src/protocol/preparedVolumes.js';
import { startDatasources, type DatasourceApp } from './datasourceApp.js';

const url = '/api/datasources/prepared-volumes';

/** Switches prepared volumes on or off, and waits for them. */
export class Preparing {
  constructor(readonly app: DatasourceApp) {}

  state(): Promise<PreparedVolumes> {
    return this.app.call('GET', url);
  }

  switch(enabled: boolean): Promise<PreparedVolumes> {
    return this.app.call('PUT', url, { enabled });
  }

  /** The one of a type once it is in this state. Fails with why none can be prepared. */
  volume(type: string, state: PreparedVolume['state'] = 'ready'): Promise<PreparedVolume> {
    return this.app.until(async () => {
      const { volumes, problem } = await this.state();
      assert.equal(problem, null);
      return volumes.find((one) => one.type === type && one.state === state);
    });
  }

  /** When the job that made a datasource was over. */
  async endedAt(id: number): Promise<string> {
    return (await this.jobOf(id)).endedAt ?? assert.fail('it is not over');
  }

  /** What the job that made a datasource wrote. */
  async logOf(id: number): Promise<string> {
    const job = await this.jobOf(id);
    const { signal } = new AbortController();
    const lines: string[] = [];
    for await (const { text } of this.app.service.platform.jobs.logLines(job.id, 0, signal))
      lines.push(text);
    return lines.join('\n');
  }

  private async jobOf(id: number): Promise<Job> {
    const jobs = await this.app.call<Job[]>('GET', '/api/jobs');
    const { name } = await this.app.get(id);
    const job = jobs.find(({ title }) => title === `Create ${name}`);
    assert.ok(job, `no job made ${name}`);
    return job;
  }
}

/** A project with one datasource of the type, and volumes switched on. */
export async function startPreparing(
  t: TestContext,
  type: 'postgresql' | 'mysql' | 'mariadb',
): Promise<Preparing> {
  const app = await startDatasources(t);
  const { id } = await app.create({ type });
  await app.ready(id);
  const preparing = new Preparing(app);
  // Nobody has switched it on.
  assert.deepEqual(await preparing.state(), { enabled: false, volumes: [], problem: null });
  await preparing.switch(true);
  return preparing;
}
