import { testFacts, type TestFacts } from '../../language/components/testFacts.js';
import { stampsBelow, isSameState, type FileStamp } from '../../workspace/fileStamps.js';
import { textOf } from './readProject.js';

/** The tests of a project; only files that changed since are read again. */
export class ProjectTests {
  private tests: readonly TestFacts[] = [];
  private files = new Map<string, { readonly stamp: FileStamp; readonly tests: TestFacts[] }>();

  constructor(private readonly root: string) {}

  /** The tests as they are on disk now: the same list while no file of them is another. */
  async read(): Promise<readonly TestFacts[]> {
    const files: typeof this.files = new Map();
    let isSame = true;
    for (const stamp of await stampsBelow(this.root, '')) {
      const { path } = stamp;
      if (!path.endsWith('.test.q')) continue;
      const known = this.files.get(path);
      if (known && isSameState(known.stamp, stamp)) files.set(path, known);
      else {
        isSame = false;
        const text = await textOf(this.root, path);
        if (text !== null) files.set(path, { stamp, tests: testFacts(path, text) });
      }
    }
    if (isSame && files.size === this.files.size) return this.tests;
    this.files = files;
    this.tests = [...files.values()].flatMap(({ tests }) => tests);
    return this.tests;
  }
}
