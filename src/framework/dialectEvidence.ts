import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { versionIn } from './siteMetadata.js';

/** What a project's folder says about its release of the framework, without starting anything. */
export interface ProjectEvidence {
  /** Version in the environment inside the folder, null when there is none. */
  readonly installed: string | null;
  readonly pins: readonly { readonly file: string; readonly text: string }[];
  /** Those of the framework's own files that are there, with `/`. */
  readonly files: readonly string[];
}

const pinFiles =
  /^(?:requirements[\w.-]*\.(?:txt|in)|pyproject\.toml|(?:poetry|uv|pdm|Pipfile)\.lock|Pipfile)$/;
const frameworkFiles = [
  'quantum/core/parser.py',
  'quantum/core/xml_lines.py',
  'quantum/runtime/ui_page_renderer.py',
  'src/core/parser.py',
  'src/core/parsers',
  'test_runner.py',
];

/** Reads the few files of `root` that name a release; what cannot be read is not there. */
export async function projectEvidence(root: string): Promise<ProjectEvidence> {
  const [installed, pins, present] = await Promise.all([
    versionIn(await siteFolders(root)),
    readPins(root),
    Promise.all(frameworkFiles.map((file) => exists(path.join(root, file)))),
  ]);
  return { installed, pins, files: frameworkFiles.filter((_, index) => present[index]) };
}

/** `site-packages` of the environments a project keeps in its own folder. */
async function siteFolders(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const environment of ['.venv', 'venv', 'env']) {
    const library = path.join(root, environment, 'lib');
    const versions = await readdir(library).catch(() => []);
    for (const version of versions.filter((name) => name.startsWith('python'))) {
      folders.push(path.join(library, version, 'site-packages'));
    }
    folders.push(path.join(root, environment, 'Lib', 'site-packages'));
  }
  return folders;
}

async function readPins(root: string): Promise<ProjectEvidence['pins']> {
  const names = (await readdir(root).catch(() => [])).filter((name) => pinFiles.test(name)).sort();
  return Promise.all(
    names.map(async (file) => ({
      file,
      text: await readFile(path.join(root, file), 'utf8').catch(() => ''),
    })),
  );
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
