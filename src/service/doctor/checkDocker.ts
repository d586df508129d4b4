import type { Check, Repair } from '../../protocol/doctor.js';
import type { EnginePlace } from '../platform/docker/enginePlace.js';
import { routeWords } from '../platform/docker/engineRoute.js';
import { engineTrouble, type EngineTrouble } from '../platform/docker/engineTrouble.js';
import { check } from './check.js';

const getDocker: Repair = {
  kind: 'url',
  label: 'Get Docker',
  url: 'https://docs.docker.com/get-docker/',
};
const startCommands: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'sudo systemctl start docker',
  darwin: 'open -a Docker',
  win32: 'Start-Process "C:\\Program Files\\Docker\\Docker\\Docker Desktop.exe"',
};

function repairsFor({ kind }: EngineTrouble, isUsual: boolean): Repair[] {
  const terminal = (label: string, command: string): Repair => ({
    kind: 'terminal',
    label,
    command,
  });
  if (kind === 'forbidden') {
    return [terminal('Join the group docker', 'sudo usermod -aG docker "$USER"')];
  }
  const choose: Repair = {
    kind: 'setting',
    label: 'Choose the engine',
    setting: 'quantum.docker.host',
  };
  if (!isUsual) return [choose, terminal('Look at Docker', 'docker info')];
  if (kind === 'absent') return [getDocker, choose];
  const start = startCommands[process.platform];
  return start === undefined ? [getDocker] : [terminal('Start Docker', start)];
}

/** Whether the Docker engine answers, and how its ports are had. Without it all but containers works. */
export async function checkDocker(place: EnginePlace): Promise<Check> {
  const { address, source } = place.address;
  const from = source === 'default' ? '' : ` (${source})`;
  try {
    const { openEngine } = await import('../platform/docker/dockerEngine.js');
    const engine = openEngine(place.address);
    try {
      const { version, apiVersion } = await engine.version();
      const ports = `Ports of containers are reached ${routeWords(await place.route(engine))}.`;
      const answers = `Docker ${version} (API ${apiVersion}) answers at ${address}${from}.`;
      return check('docker', 'ok', `${answers} ${ports}`);
    } finally {
      engine.end();
    }
  } catch (error) {
    const trouble = engineTrouble(error);
    const sentence = `Docker does not answer at ${address}${from}: ${trouble.reason}. ${trouble.repair} Containers cannot be used; all else works.`;
    return check('docker', 'warning', sentence, repairsFor(trouble, source === 'default'));
  }
}
