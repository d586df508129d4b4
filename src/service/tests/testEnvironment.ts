import { AppError } from '../platform/problem.js';
import { existingFolder } from '../projects/projectFolders.js';
import type { ProjectService } from '../projects/projectService.js';
import { TestBridge } from './testBridge.js';

/** Where the tests of a project lie and what runs them. */
export interface TestPlace {
  readonly root: string;
  readonly interpreter: string;
  readonly frameworkVersion: string | null;
  readonly pythonVersion: string | null;
}

/** The interpreter and the folder that tests of a project run with. */
export class TestEnvironment {
  constructor(
    private readonly projects: ProjectService,
    /** `__main__.py` of the bridge. */
    private readonly bridgeScript: string,
  ) {}

  /** @throws AppError when there is no folder, no Python or no framework, saying what mends it. */
  async of(projectId: number): Promise<TestPlace> {
    const row = await this.projects.row(projectId);
    if (row.root_path === null) {
      const detail = `The project “${row.name}” has no folder to find tests in.`;
      throw new AppError('folder-missing', detail, 'Link the project to its folder first.');
    }
    const root = (await existingFolder(row.root_path)).path;
    const { interpreter, version, pythonVersion, problem } = await this.projects.framework(row);
    if (interpreter === null || problem !== null) {
      const detail = problem ?? 'No Python was found that could run the tests.';
      throw new AppError('framework-missing', detail, 'Install quantum-framework for the project.');
    }
    return { root, interpreter, frameworkVersion: version, pythonVersion };
  }

  open(place: TestPlace, log: (line: string) => void): Promise<TestBridge> {
    const { root, interpreter } = place;
    return TestBridge.open({ root, interpreter, script: this.bridgeScript, log });
  }
}
