import path from 'node:path';
import { projectEvidence } from '../framework/dialectEvidence.js';
import { detectDialect } from '../language/catalogue/detectDialect.js';
import { startsWithQuantum } from '../language/ownership.js';
import { configuredFolderAbove } from '../workspace/configuredFolder.js';
import type { Application } from './application.js';
import { pathOf, type Applications } from './applications.js';
import type { OpenDocument } from './openDocument.js';

/** A search for the framework that takes longer is not waited for: findings come for the newest one first. */
const patienceMs = 1000;

/** Finds out to which application each open document belongs, and which framework that has. */
export class Placement {
  private readonly placed = new WeakSet<OpenDocument>();
  private readonly versions = new Map<string, string | null>();

  constructor(
    private readonly applications: Applications,
    private readonly onPlaced: (document: OpenDocument) => void,
    private readonly log: (line: string) => void,
  ) {}

  /** The release the application at `root` is written for; null before that is known, and when nothing tells. */
  versionAt(root: string): string | null {
    return this.versions.get(root) ?? null;
  }

  /** Whether enough is known of a document to say what is wrong with it. */
  has(document: OpenDocument): boolean {
    return this.placed.has(document);
  }

  /** Resolves once a document has its place; what is told of it then holds. */
  async place(document: OpenDocument): Promise<void> {
    await this.find(document);
    this.placed.add(document);
    this.onPlaced(document);
  }

  private async find(document: OpenDocument): Promise<void> {
    const file = pathOf(document.uri);
    const isConfigured = file !== null && (await configuredFolderAbove(file)) !== null;
    const application = await this.applications.of(file);
    const root = application?.root ?? null;
    const at = file === null || root === null ? null : path.relative(root, file);
    const around = { root, path: at?.replaceAll(path.sep, '/') ?? null, isConfigured };
    const isOurs = isConfigured || startsWithQuantum(document.text);
    if (!application || document.kind !== 'page' || !isOurs) {
      document.place({ ...around, version: null });
      return;
    }
    if (!this.applications.enabled) {
      document.place({ ...around, version: await this.writtenFor(application.root) });
      return;
    }
    const late = Symbol('late');
    const version = this.versionOf(application);
    const found = await Promise.race([version, pause(patienceMs).then(() => late)]);
    document.place({ ...around, version: typeof found === 'string' ? found : null });
    if (found !== late) return;
    version
      .then((known) => {
        document.place({ ...around, version: known });
        this.onPlaced(document);
      })
      .catch((error: unknown) => this.log(String(error)));
  }

  /** Without an interpreter to ask: the release that pins and installed packages tell, nothing being run. */
  private async writtenFor(root: string): Promise<string | null> {
    const known = this.versions.get(root);
    if (known !== undefined) return known;
    const release = await releaseTold(root).catch((error: unknown) => {
      this.log(`${root}: ${String(error)}`);
      return null;
    });
    this.versions.set(root, release);
    return release;
  }

  private async versionOf(application: Application): Promise<string | null> {
    try {
      const { version } = await application.installation();
      if (version === null) return await this.writtenFor(application.root);
      this.versions.set(application.root, version);
      return version;
    } catch (error) {
      this.log(`${application.root}: ${String(error)}`);
      return null;
    }
  }
}

/** The release that the files of a project tell; null when nothing does. */
async function releaseTold(root: string): Promise<string | null> {
  const { release, how } = detectDialect({ ...(await projectEvidence(root)), texts: [] });
  return how === 'default' ? null : release;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
