import path from 'node:path';
import { projectEvidence } from '../../../framework/dialectEvidence.js';
import { detectDialect, type TextFile } from '../../../language/catalogue/detectDialect.js';
import { configurationFile } from '../../../language/project/roles.js';
import type { ByNameOfferState } from '../../../protocol/datasourceByName.js';
import { stampsBelow } from '../../../workspace/fileStamps.js';
import { readText } from '../../../workspace/readText.js';
import { isSet, setSetting } from '../datasourceSettings.js';
import type { WorkPorts } from '../datasourceWork.js';
import type { ByNameSwitch } from './byNameSwitch.js';

export interface ByNameOfferOptions extends Pick<WorkPorts, 'platform' | 'repository'> {
  readonly byName: Pick<ByNameSwitch, 'state'>;
  /** @throws not-found */
  project(id: number): Promise<{ readonly root_path: string | null }>;
  /** Of the framework in the project's environment; null: there is none. */
  installed(id: number): Promise<string | null>;
}

/** Pages that are read for their words, where the configuration leaves it open. */
const mostPages = 200;
const declined = (projectId: number): string => `by-name-offer.${projectId}`;

/** Whether a person is asked to switch on what a project of Quantum of 2025 needs: never by itself. */
export class ByNameOffer {
  constructor(private readonly options: ByNameOfferOptions) {}

  async of(projectId: number): Promise<ByNameOfferState> {
    const { platform, repository, byName } = this.options;
    const { root_path: root } = await this.options.project(projectId);
    const none = { offered: false, why: null };
    const [rows, isDeclined] = await platform.store.read(async (db) => [
      await repository.ofProject(db, projectId),
      await isSet(db, declined(projectId)),
    ]);
    // What is told has to be there.
    if (root === null || rows.length === 0 || isDeclined) return none;
    if ((await byName.state()).enabled) return none;
    const why = await this.whyOf(projectId, root);
    return { offered: why !== null, why };
  }

  /** Not asked again for this project. */
  async decline(projectId: number): Promise<void> {
    const { platform } = this.options;
    await this.options.project(projectId);
    await platform.store.write((tx) => setSetting(tx, declined(projectId)));
  }

  /** What tells that a project is of that time; null: it is not. */
  private async whyOf(projectId: number, root: string): Promise<string | null> {
    const evidence = await projectEvidence(root);
    const configuration = await textsOf(root, [configurationFile]);
    const first = detectDialect({ ...evidence, texts: configuration });
    if (!isOfThatTime(first.family)) return null;
    // A newer release may still carry the word in its configuration.
    const pages = (await stampsBelow(root, ''))
      .map((stamp) => stamp.path)
      .filter((file) => file.endsWith('.q'));
    const texts = [...configuration, ...(await textsOf(root, pages.slice(0, mostPages)))];
    const installed = evidence.installed ?? (await this.options.installed(projectId));
    const files = [...evidence.files, ...pages];
    const { family, why } = detectDialect({ ...evidence, installed, files, texts });
    return isOfThatTime(family) ? why : null;
  }
}

const isOfThatTime = (family: string): boolean => family.startsWith('legacy');

async function textsOf(root: string, files: readonly string[]): Promise<TextFile[]> {
  const read = await Promise.all(files.map((file) => readText(path.join(root, file))));
  return read.flatMap((one, at) =>
    one.kind === 'text' ? [{ file: files[at] ?? '', text: one.text }] : [],
  );
}
