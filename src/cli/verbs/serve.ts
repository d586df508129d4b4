import { once } from 'node:events';
import { parseServiceOptions } from '../../service/serviceOptions.js';
import { startHere } from '../inProcessService.js';
import { exitCodes, type Verb } from '../verb.js';

export const serve: Verb = {
  name: 'serve',
  summary: 'Run the service in the foreground until Ctrl-C',
  options: { port: { type: 'string' }, 'idle-seconds': { type: 'string' } },
  optionHelp: [
    '--port N           listen on this port of 127.0.0.1 (default: any free one)',
    '--idle-seconds N   leave after this time without windows and jobs (default: 600)',
  ],
  async run({ home, values, output, signal }) {
    const args = ['--home', home];
    for (const name of ['port', 'idle-seconds']) {
      if (typeof values[name] === 'string') args.push(`--${name}`, values[name]);
    }
    const service = await startHere(parseServiceOptions(args));
    const { port, epoch } = service;
    output.result({ pid: process.pid, port, epoch, home }, [
      `Quantum Admin serves ${home} on http://127.0.0.1:${port}. Ctrl-C stops it.`,
    ]);
    process.on('SIGTERM', () => void service.stop('SIGTERM'));
    if (!signal.aborted) await Promise.race([once(signal, 'abort'), service.ended]);
    const end = await service.stop('Ctrl-C');
    output.message(`Stopped: ${end.reason}.`);
    return end.code === 0 ? exitCodes.ok : exitCodes.failed;
  },
};
