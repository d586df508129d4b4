import type { Catalogue } from '../catalogue/types.js';
import { checkConfiguration } from '../configuration/checkConfiguration.js';
import type { ConfigurationFinding } from '../configuration/configurationFinding.js';
import type { Environment } from '../configuration/environmentReferences.js';
import { parseConfiguration } from '../configuration/parseConfiguration.js';
import { DocumentFindings } from '../findings/documentFindings.js';
import type { Finding } from '../findings/finding.js';
import { SyntaxDocument } from '../syntax/document.js';
import { ProjectIndex } from './projectIndex.js';
import type { ProjectView } from './projectView.js';
import { configurationFile, roleOf } from './roles.js';
import { summarise } from './summarise.js';

export interface ProjectTexts {
  /**
   * All files of a project by their path from its root, with `/`: texts of pages, of the configuration, of
   * SQL and Python files; '' for others.
   */
  readonly files: ReadonlyMap<string, string>;
  readonly catalogue: Catalogue;
  /** Of the server that would run the project; without it nothing is said of variables that are not set. */
  readonly environment?: Environment;
}

/** What was found in one file, in the order of its text. */
export type CheckedFile = CheckedPage | CheckedConfiguration;

export interface CheckedPage {
  readonly kind: 'page';
  readonly path: string;
  /** As it was read, for positions and fixes. */
  readonly document: SyntaxDocument;
  readonly findings: readonly Finding[];
}

export interface CheckedConfiguration {
  readonly kind: 'configuration';
  readonly path: string;
  readonly text: string;
  readonly findings: readonly ConfigurationFinding[];
}

/** Everything that is found in a project, file by file; files without findings too. */
export function* checkFiles({
  files,
  catalogue,
  environment,
}: ProjectTexts): Generator<CheckedFile> {
  const index = indexOf(files, environment);
  const configuration = files.get(configurationFile);
  if (configuration !== undefined) yield checkedConfiguration(configuration, environment);
  for (const [path, text] of files)
    if (roleOf(path) === 'page') yield checkPage(path, text, catalogue, index);
}

/** The index of a project whose texts are all at hand. */
export function indexOf(
  files: ReadonlyMap<string, string>,
  environment?: Environment,
): ProjectIndex {
  const index = new ProjectIndex(environment);
  for (const [path, text] of files) {
    const role = roleOf(path);
    if (role === 'page') index.setPage(summarise(documentOf(path, text), path));
    else if (role === 'other') index.setFile(path);
    else index.setText(path, text);
  }
  return index;
}

/** What is found in one page of a project, in the order of its text. */
export function checkPage(
  path: string,
  text: string,
  catalogue: Catalogue,
  project: ProjectView,
): CheckedPage {
  const document = documentOf(path, text);
  const findings = new DocumentFindings(document, catalogue, path)
    .all(project)
    .sort((a, b) => a.anchor.start + a.start - (b.anchor.start + b.start));
  return { kind: 'page', path, document, findings };
}

function documentOf(path: string, text: string): SyntaxDocument {
  return new SyntaxDocument(text, path.endsWith('.test.q') ? 'test' : 'page');
}

function checkedConfiguration(
  text: string,
  environment: Environment | undefined,
): CheckedConfiguration {
  const findings = checkConfiguration(parseConfiguration(text), { environment });
  return { kind: 'configuration', path: configurationFile, text, findings };
}
