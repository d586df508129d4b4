import type {
  CreateProject,
  DeleteConsequences,
  FrameworkState,
  OpenProject,
  Project,
  ProjectDetail,
  ProjectStatus,
  UpdateProject,
} from '../../protocol/projects.js';
import type { FolderIdentity } from '../../workspace/folderIdentity.js';
import type { Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import { FolderSights } from './folderSights.js';
import { FrameworkStates, type FindInstallation } from './frameworkStates.js';
import { LiveFolders } from './liveFolders.js';
import { ProjectChanges } from './projectChanges.js';
import {
  existingFolder,
  isWithin,
  projectRootOf,
  requireAbsolute,
  requireQuantum,
} from './projectFolders.js';
import { choiceOf, type InterpreterChoice } from './interpreterChoice.js';
import { firstFree, namesFor } from './projectNames.js';
import { consequencesOf, partsOf } from './projectParts.js';
import { ProjectRepository, type ProjectChange, type ProjectRow } from './projectRepository.js';
import { projectOf } from './projectWire.js';
import { matchFolder, type Match } from './registration.js';
import type { Templates } from './templates.js';
import { Turns } from './turns.js';

export interface ProjectFilter {
  readonly status?: ProjectStatus;
  readonly q?: string;
}

const noProject = (id: number): AppError => new AppError('not-found', `There is no project ${id}.`);

/** The rules of projects. Folders are looked at outside transactions; changes run one after the other. */
export class ProjectService {
  private readonly repository = new ProjectRepository();
  private readonly changes: ProjectChanges;
  private readonly turns = new Turns();
  private readonly sights = new FolderSights();
  private readonly frameworks: FrameworkStates;
  private readonly folders: LiveFolders;
  private background: Promise<unknown> = Promise.resolve();
  private firstLook: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly platform: Platform,
    private readonly templates: Templates,
    findInstallation: FindInstallation,
    private readonly firstLookMs: number,
  ) {
    const { store, events, now, log } = platform;
    this.changes = new ProjectChanges(this.repository, events, now);
    const seenChanged = (id: number): Promise<unknown> =>
      store.write((tx) => this.changes.seenChanged(tx, id));
    this.frameworks = new FrameworkStates(findInstallation, (id, framework_version) =>
      store.write((tx) => this.changes.seenChanged(tx, id, { framework_version })),
    );
    this.folders = new LiveFolders({
      log,
      sights: this.sights,
      projects: () => store.read((db) => this.repository.living(db)),
      seenChanged,
      remember: (id, identity) =>
        store.write((tx) => this.repository.rememberIdentity(tx, id, identity)),
    });
  }

  async list(filter: ProjectFilter): Promise<Project[]> {
    const rows = await this.platform.store.read((db) => this.repository.living(db, filter.status));
    const wanted = filter.q?.trim().toLowerCase() ?? '';
    const found = rows.filter((row) =>
      [row.name, row.description, row.root_path].some((text) =>
        text?.toLowerCase().includes(wanted),
      ),
    );
    return Promise.all(found.map((row) => this.wire(row)));
  }

  /** One project without its parts, its folder looked at now. @throws not-found */
  async summary(id: number): Promise<Project> {
    await this.folders.refresh([await this.row(id)]);
    return this.wire(await this.row(id));
  }

  async get(id: number): Promise<ProjectDetail> {
    const framework = await this.framework(await this.row(id));
    const parts = await this.platform.store.read((db) => partsOf(db, id));
    return { ...(await this.summary(id)), framework, ...parts };
  }

  /** The living project that `path` belongs to: the nearest one at it or above it. */
  async byPath(path: string): Promise<Project> {
    const asked = requireAbsolute(path);
    const canonical = await existingFolder(asked).catch(() => null);
    const rows = await this.platform.store.read((db) => this.repository.living(db));
    const nearest = rows
      .filter(({ root_path: root }) =>
        [asked, canonical?.path].some(
          (at) => root !== null && at !== undefined && isWithin(at, root),
        ),
      )
      .sort((one, other) => (other.root_path?.length ?? 0) - (one.root_path?.length ?? 0))[0];
    if (nearest) return this.wire(nearest);
    throw new AppError('not-found', `No project has the folder ${path}.`, 'Open the folder.');
  }

  async consequences(id: number): Promise<DeleteConsequences> {
    await this.row(id);
    return this.platform.store.read((db) => consequencesOf(db, id));
  }

  /** Registers the folder, or answers the project it is. @throws not-found while it stays deleted. */
  async open(input: OpenProject): Promise<Project> {
    const opened = await existingFolder(input.rootPath);
    return this.turns.run(async () => {
      const choice = choiceOf(input);
      const atOpened = await this.match(opened);
      const folder = atOpened.kind === 'registered' ? opened : await projectRootOf(opened);
      const match = folder === opened ? atOpened : await this.match(folder);
      const row = await this.openMatch(folder, match, choice, input.openedAt);
      this.findFrameworkLater(row);
      return this.show(row);
    });
  }

  async create(input: CreateProject): Promise<Project> {
    return this.turns.run(async () => {
      await this.requireFreeName(input.name);
      const description = input.description ?? null;
      const { name, rootPath, template } = input;
      if (rootPath === undefined) {
        if (template !== undefined) {
          const detail = 'A template needs a folder to be copied into (rootPath).';
          throw new AppError('invalid-request', detail);
        }
        return this.show(await this.insert({ name, description }, null));
      }
      if (template !== undefined) return this.createFrom(template, rootPath, name, description);
      const folder = await existingFolder(rootPath);
      await requireQuantum(folder);
      return this.show(await this.adopt(folder, name, description));
    });
  }

  async update(id: number, input: UpdateProject): Promise<Project> {
    return this.turns.run(async () => {
      const row = await this.row(id);
      const { name, rootPath, ...rest } = input;
      const change: ProjectChange = { ...rest, ...choiceOf(rest) };
      if (name !== undefined && name !== row.name) {
        await this.requireFreeName(name, id);
        change.name = name;
      }
      if (rootPath !== undefined) {
        const folder = await existingFolder(rootPath);
        await requireQuantum(folder);
        const match = await this.match(folder);
        const taken = match.kind === 'registered' || match.kind === 'moved-here';
        if (taken && match.row.id !== id) throw takenBy(match.row, folder);
        change.root_path = folder.path;
        if (folder.path !== row.root_path) change.folder_identity = folder.identity;
      }
      const { store } = this.platform;
      return this.show(await store.write((tx) => this.changes.update(tx, row, change)));
    });
  }

  /** Forgets the project and what belongs to it; its folder is not touched. */
  async delete(id: number): Promise<void> {
    const { store, jobs, log } = this.platform;
    const unfinished = await this.turns.run(async () => {
      const row = await this.row(id);
      return store.write((tx) => this.changes.delete(tx, row));
    });
    this.sights.forget(id);
    this.frameworks.forget(id);
    for (const job of unfinished) {
      await jobs.cancel(job).catch((error: unknown) => {
        log.warn({ err: error, job, projectId: id }, 'a job of a deleted project goes on');
      });
    }
    await this.folders.rewatch();
  }

  /** The row of a living project. @throws not-found */
  async row(id: number): Promise<ProjectRow> {
    const row = await this.platform.store.read((db) => this.repository.find(db, id));
    if (!row) throw noProject(id);
    return row;
  }

  async rows(): Promise<ProjectRow[]> {
    return this.platform.store.read((db) => this.repository.living(db));
  }

  /** The framework of a project; windows are told when its version is not what they were shown. */
  framework(row: ProjectRow, again?: 'again'): Promise<FrameworkState> {
    return again ? this.frameworks.look(row) : this.frameworks.of(row);
  }

  /** Starts with the folders as they are now, and looks at every framework once the service is up. */
  async start(): Promise<void> {
    await this.folders.start();
    this.firstLook = setTimeout(() => {
      this.background = Promise.all([this.background, this.findFrameworks()]);
    }, this.firstLookMs);
  }

  /** Lets go of the folders and waits for what still runs. */
  async stop(): Promise<void> {
    clearTimeout(this.firstLook);
    this.stopping = true;
    await this.folders.stop();
    await this.turns.settled();
    await this.background;
  }

  /** Stores the interpreter that a project is to use, as if a person had chosen it. */
  async chooseInterpreter(id: number, interpreter: string): Promise<void> {
    const row = await this.row(id);
    const choice = choiceOf({ interpreter });
    await this.platform.store.write((tx) => this.changes.update(tx, row, choice));
  }

  private findFrameworkLater(row: ProjectRow): void {
    this.background = Promise.all([this.background, this.findFramework(row)]);
  }

  private async findFramework(row: ProjectRow): Promise<void> {
    await this.framework(row).catch((error: unknown) => {
      const { log } = this.platform;
      log.warn({ err: error, projectId: row.id }, 'the framework could not be looked for');
    });
  }

  /** One after the other: each look may start processes. */
  private async findFrameworks(): Promise<void> {
    for (const { id } of await this.rows()) {
      if (this.stopping) return;
      const row = await this.platform.store.read((db) => this.repository.find(db, id));
      if (row) await this.findFramework(row);
    }
  }

  private match(folder: FolderIdentity): Promise<Match> {
    return this.platform.store
      .read((db) => this.repository.ofFolder(db, folder))
      .then((rows) => matchFolder(rows, folder));
  }

  private async openMatch(
    folder: FolderIdentity,
    match: Match,
    choice: InterpreterChoice,
    openedAt: string | undefined,
  ): Promise<ProjectRow> {
    const { store } = this.platform;
    const place = { root_path: folder.path, folder_identity: folder.identity };
    switch (match.kind) {
      case 'new':
        return this.insert({ description: null, ...choice }, folder);
      case 'registered':
        return store.write((tx) => this.changes.update(tx, match.row, choice));
      case 'moved-here':
        return store.write((tx) => this.changes.update(tx, match.row, { ...place, ...choice }));
      case 'deleted': {
        if (openedAt !== undefined && Date.parse(openedAt) <= Date.parse(match.deletedAt)) {
          throw new AppError(
            'not-found',
            `The project “${match.row.name}” was deleted after this folder was opened.`,
            'Open the folder anew to bring the project back.',
          );
        }
        const names = namesFor(folder.path, match.row.name);
        return store.write(async (tx) => {
          const name = await firstFree(names, (one) => this.repository.nameTaken(tx, one));
          return this.changes.restore(tx, match.row, { ...place, ...choice, name });
        });
      }
    }
  }

  /** A new project. Without a name it is called after its folder, and told apart from others. */
  private insert(
    fields: { name?: string; description: string | null } & InterpreterChoice,
    folder: FolderIdentity | null,
  ): Promise<ProjectRow> {
    const place = { root_path: folder?.path ?? null, folder_identity: folder?.identity ?? null };
    return this.platform.store.write(async (tx) => {
      const name =
        fields.name ??
        (await firstFree(namesFor(place.root_path), (one) => this.repository.nameTaken(tx, one)));
      return this.changes.create(tx, { ...fields, ...place, name });
    });
  }

  /** Makes an existing folder a project of this name; a deleted project of this folder comes back. */
  private async adopt(
    folder: FolderIdentity,
    name: string,
    description: string | null,
  ): Promise<ProjectRow> {
    const match = await this.match(folder);
    if (match.kind === 'registered' || match.kind === 'moved-here') {
      throw takenBy(match.row, folder);
    }
    if (match.kind === 'new') return this.insert({ name, description }, folder);
    const place = { root_path: folder.path, folder_identity: folder.identity };
    return this.platform.store.write((tx) =>
      this.changes.restore(tx, match.row, { ...place, name, description }),
    );
  }

  private async createFrom(
    template: string,
    rootPath: string,
    name: string,
    description: string | null,
  ): Promise<Project> {
    const asked = requireAbsolute(rootPath);
    const owner = (await this.rows()).find((row) => row.root_path === asked);
    if (owner) throw takenBy(owner, { path: asked });
    const placed = await this.templates.place(template, asked, name);
    try {
      const folder = await existingFolder(asked);
      await requireQuantum(folder);
      return await this.show(await this.adopt(folder, name, description));
    } catch (error) {
      await placed.undo();
      throw error;
    }
  }

  private async requireFreeName(name: string, exceptId?: number): Promise<void> {
    const { store } = this.platform;
    const taken = (one: string): Promise<boolean> =>
      store.read((db) => this.repository.nameTaken(db, one, exceptId));
    if (!(await taken(name))) return;
    const free = await firstFree(namesFor(null, name), taken);
    throw new AppError(
      'name-taken',
      `Another project is called “${name}”.`,
      `Choose another name; “${free}” is free.`,
    );
  }

  /** After a change: looks at the folder and answers the project as it is now. */
  private async show(row: ProjectRow): Promise<Project> {
    await this.sights.look(row);
    await this.folders.rewatch();
    return this.wire(row);
  }

  private async wire(row: ProjectRow): Promise<Project> {
    return projectOf(row, await this.sights.of(row), this.frameworks.lastVersion(row));
  }
}

function takenBy(row: ProjectRow, folder: { readonly path: string }): AppError {
  return new AppError(
    'conflict',
    `The folder ${folder.path} belongs to the project “${row.name}”.`,
    'Use that project, or delete it first.',
  );
}
