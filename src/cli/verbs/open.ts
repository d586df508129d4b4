import { spawn } from 'node:child_process';
import { dataOf } from '../../client/problemError.js';
import { onBuildMachine } from '../cliService.js';
import { exitCodes, type Verb } from '../verb.js';

export const open: Verb = {
  name: 'open',
  summary: 'Open the API’s documentation in the browser, by a code that works once',
  options: { 'no-browser': { type: 'boolean' } },
  optionHelp: ['--no-browser       print the address only'],
  async run({ service, values, output }) {
    const { api } = await service();
    const { url, expiresAt } = await dataOf(api.POST('/api/service/codes'));
    output.result({ url, expiresAt }, [url]);
    output.message('The address works once, within a minute.');
    if (!values['no-browser'] && !onBuildMachine()) launch(url);
    return exitCodes.ok;
  },
};

/** What each platform has for "as if the person had clicked it". The address is printed in any case. */
function launch(url: string): void {
  const [command = '', ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
