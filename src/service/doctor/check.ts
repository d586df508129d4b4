import type { Check, Repair } from '../../protocol/doctor.js';

const titles: Record<Check['id'], string> = {
  interpreter: 'Python',
  framework: 'Quantum framework',
  docker: 'Docker',
  ports: 'Ports',
  store: 'Store',
  versions: 'Versions',
  folder: 'Folder',
};

/** One finding. `projectId` only where it is about one project. */
export function check(
  id: Check['id'],
  state: Check['state'],
  sentence: string,
  repairs: Repair[] = [],
  projectId: number | null = null,
): Check {
  return { id, title: titles[id], state, sentence, projectId, repairs };
}
