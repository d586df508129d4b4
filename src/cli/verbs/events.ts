import type { ServiceEvent } from '../../protocol/events.js';
import { countOption } from '../arguments.js';
import { readStream } from '../readStream.js';
import { exitCodes, type Verb } from '../verb.js';

export const events: Verb = {
  name: 'events',
  summary: 'What happens, as it happens: with --json a document on each line',
  options: { limit: { type: 'string' } },
  optionHelp: ['--limit N          end after so many events (default: at Ctrl-C)'],
  async run({ service, values, output, signal }) {
    let left = countOption('limit', values['limit']) ?? Number.POSITIVE_INFINITY;
    const { endpoint } = await service();
    for await (const message of readStream(endpoint, '/api/events', signal)) {
      const event = JSON.parse(message) as ServiceEvent;
      output.item(event, 'id' in event ? `${event.at}  ${event.type} ${event.id}` : event.type);
      if (--left === 0) return exitCodes.ok;
    }
    return signal.aborted ? exitCodes.ok : exitCodes.unavailable;
  },
};
