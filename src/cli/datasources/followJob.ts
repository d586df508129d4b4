import type { Datasource } from '../../protocol/datasources.js';
import type { JobLogEnd, JobLogLine } from '../../protocol/jobs.js';
import { readStream } from '../readStream.js';
import { exitCodes, type ExitCode, type VerbContext } from '../verb.js';

/** Says on stderr what the job of a datasource says, until it ends. */
export async function followJob(
  { output, service, signal }: VerbContext,
  { jobId }: Datasource,
): Promise<ExitCode> {
  if (jobId === null) return exitCodes.ok;
  const { endpoint } = await service();
  let state: JobLogEnd['state'] = 'completed';
  for await (const message of readStream(endpoint, `/api/jobs/${jobId}/logs`, signal)) {
    const line = JSON.parse(message) as JobLogLine | JobLogEnd;
    if ('state' in line) state = line.state;
    else output.message(line.text);
  }
  return state === 'completed' ? exitCodes.ok : exitCodes.failed;
}
