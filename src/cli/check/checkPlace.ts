import { stat } from 'node:fs/promises';
import path from 'node:path';
import { applicationFolders, type ApplicationFolder } from '../../workspace/applicationFolders.js';
import { configurationName } from '../../workspace/configuredFolder.js';
import { checkApplication } from './checkApplication.js';
import { inOrder, type CheckedFinding } from './checkedFinding.js';

export interface CheckResult {
  readonly findings: readonly CheckedFinding[];
  /** How many files were looked at. */
  readonly files: number;
  /** What the findings' files are relative to. */
  readonly base: string;
}

/** The check could not run; the message says what to do. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}

/**
 * Everything that is found in a folder, or in one file of an application. Starts nothing; reads files only.
 * @throws CheckError where there is nothing to check
 */
export async function checkPlace(place: string, workingFolder: string): Promise<CheckResult> {
  const stats = await stat(place).catch(() => null);
  if (!stats) {
    throw new CheckError(
      `There is nothing at ${place}. Give the folder of the application, or one of its files.`,
    );
  }
  return stats.isDirectory() ? checkFolder(place) : checkFile(place, workingFolder);
}

async function checkFolder(folder: string): Promise<CheckResult> {
  const applications = await applicationFolders(folder);
  const results = await each(applications, folder, (file) => isInside(folder, file));
  if (results.files === 0 && !applications.some(({ isConfigured }) => isConfigured)) {
    throw new CheckError(
      `There is no ${configurationName} and no .q file of Quantum in ${folder}. Give the folder of the application.`,
    );
  }
  return { ...results, base: folder };
}

async function checkFile(file: string, workingFolder: string): Promise<CheckResult> {
  if (!file.endsWith('.q') && path.basename(file) !== configurationName) {
    throw new CheckError(
      `${file} is neither a .q file nor a ${configurationName}. Give one of them, or a folder.`,
    );
  }
  const folder = path.dirname(file);
  const base = isInside(workingFolder, file) ? workingFolder : folder;
  const results = await each(await applicationFolders(folder), base, (one) => one === file);
  if (results.files === 0) {
    throw new CheckError(
      `${file} is no file of Quantum: it begins with none of its elements, and no ${configurationName} lies above it.`,
    );
  }
  return { ...results, base };
}

async function each(
  applications: readonly ApplicationFolder[],
  base: string,
  isWanted: (file: string) => boolean,
): Promise<Pick<CheckResult, 'findings' | 'files'>> {
  const findings: CheckedFinding[] = [];
  let files = 0;
  for (const application of applications) {
    const { root } = application;
    if (!application.files.some((file) => isWanted(path.join(root, file)))) continue;
    const checked = await checkApplication(application, base, isWanted);
    findings.push(...checked.findings);
    files += checked.files;
  }
  return { findings: findings.sort(inOrder), files };
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
