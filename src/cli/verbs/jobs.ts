import type { Job, JobLogEnd, JobLogLine } from '../../protocol/jobs.js';
import { dataOf } from '../../client/problemError.js';
import { atMost, countOption, idArgument } from '../arguments.js';
import { table } from '../output.js';
import { readStream } from '../readStream.js';
import { exitCodes, type Verb } from '../verb.js';

const percent = (job: Job): string => `${Math.round(job.progress * 100)} %`;

export const jobsList: Verb = {
  name: 'jobs list',
  summary: 'Jobs, newest first',
  options: { limit: { type: 'string' } },
  optionHelp: ['--limit N          at most so many (default: 100)'],
  async run({ service, positionals, values, output }) {
    atMost(positionals, 0);
    const { api } = await service();
    const limit = countOption('limit', values['limit']);
    const query = limit === undefined ? {} : { limit };
    const jobs = await dataOf(api.GET('/api/jobs', { params: { query } }));
    const rows = jobs.map((job) => [String(job.id), job.state, percent(job), job.title]);
    output.result(jobs, table(rows));
    return exitCodes.ok;
  },
};

export const jobsShow: Verb = {
  name: 'jobs show',
  args: 'ID',
  summary: 'One job',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const job = await dataOf(api.GET('/api/jobs/{id}', { params: { path: { id } } }));
    output.result(job, [
      `${job.title}: ${job.state}, ${percent(job)}${job.step === null ? '' : `, ${job.step}`}`,
      ...(job.error === null ? [] : [job.error]),
    ]);
    return job.state === 'failed' ? exitCodes.failed : exitCodes.ok;
  },
};

export const jobsLogs: Verb = {
  name: 'jobs logs',
  args: 'ID',
  summary: 'What a job says, until it ends; fails when the job failed',
  async run({ service, positionals, output, signal }) {
    const id = idArgument(positionals);
    const { endpoint } = await service();
    const lines: JobLogLine[] = [];
    let state: JobLogEnd['state'] | null = null;
    for await (const message of readStream(endpoint, `/api/jobs/${id}/logs`, signal)) {
      const line = JSON.parse(message) as JobLogLine | JobLogEnd;
      if ('state' in line) state = line.state;
      else if (output.json) lines.push(line);
      else output.item(line, line.text);
    }
    if (output.json) output.result({ id, state, lines }, []);
    return state === 'completed' ? exitCodes.ok : exitCodes.failed;
  },
};

export const jobsCancel: Verb = {
  name: 'jobs cancel',
  args: 'ID',
  summary: 'Stop a job',
  async run({ service, positionals, output }) {
    const id = idArgument(positionals);
    const { api } = await service();
    const job = await dataOf(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }));
    output.result(job, [`${job.title}: ${job.state}`]);
    return exitCodes.ok;
  },
};
