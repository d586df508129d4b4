import { ownership } from '../language/ownership.js';
import { configuredFolderAbove } from '../workspace/configuredFolder.js';

/** Whether a `.q` document is Quantum's and not kdb+'s. `file`: its path, null when it has none yet. */
export async function isOurDocument(file: string | null, text: string): Promise<boolean> {
  const configured = file !== null && (await configuredFolderAbove(file)) !== null;
  return ownership(text.slice(0, 65_536), configured) === 'quantum';
}
