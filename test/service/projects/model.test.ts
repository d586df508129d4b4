import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import type { Project } from '../../../src/protocol/projects.js';
import { count, seed } from '../../support/slice.js';
import { quantumFolder, startProjects, type ProjectApp } from './projectApp.js';

/** What a person would expect, kept as simply as it can be: projects, and where each folder stands. */
interface Expected {
  readonly id: number;
  name: string;
  place: string;
  folder: string;
  deletedAt: number | null;
}

const places = ['a/one', 'b/one', 'c/two'];

class Model {
  readonly projects: Expected[] = [];
  /** Which folder (by a name of its own) stands at which place. */
  readonly folders = new Map<string, string>();
  now = 1_000;

  living(): Expected[] {
    return this.projects.filter(({ deletedAt }) => deletedAt === null);
  }

  /** The project that opening `place` means, by the rules of decision 0005. */
  projectAt(place: string): Expected | undefined {
    const folder = this.folders.get(place);
    const atPlace = this.living().find((project) => project.place === place);
    const moved = this.living().find(
      (project) => project.folder === folder && !this.folders.has(project.place),
    );
    const deleted = this.projects
      .filter((project) => project.deletedAt !== null)
      .filter((project) => project.place === place || project.folder === folder)
      .sort((one, other) => (other.deletedAt ?? 0) - (one.deletedAt ?? 0))[0];
    return atPlace ?? moved ?? deleted;
  }

  freeName(wanted: string, place: string): string {
    const taken = new Set(this.living().map(({ name }) => name));
    const parent = path.basename(path.dirname(place));
    const names = [wanted, `${wanted} — ${parent}`];
    for (let number = 2; number < 20; number++) names.push(`${wanted} (${number})`);
    return names.find((name) => !taken.has(name)) ?? '';
  }

  /** A folder that stands at a project's place is that project's folder from now on. */
  look(): void {
    for (const project of this.living()) {
      project.folder = this.folders.get(project.place) ?? project.folder;
    }
  }
}

interface Step {
  readonly what: 'open' | 'openOld' | 'delete' | 'rename' | 'move' | 'relink';
  readonly place: number;
  readonly other: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('open' as const, 'delete' as const, 'move' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('openOld' as const, 'rename' as const, 'relink' as const),
    },
  ),
  place: fc.nat(places.length - 1),
  other: fc.nat(places.length - 1),
});

class Run {
  constructor(
    private readonly app: ProjectApp,
    private readonly root: string,
    private readonly model: Model,
  ) {}

  async take({ what, place, other }: Step): Promise<void> {
    const [from = '', to = ''] = [places[place], places[other]];
    this.model.now += 10;
    switch (what) {
      case 'open':
        return this.open(from, this.model.now);
      case 'openOld':
        return this.open(from, 500);
      case 'delete':
        return this.delete(from);
      case 'rename':
        return this.rename(from, to);
      case 'move':
        return this.move(from, to);
      case 'relink':
        return this.relink(from, to);
    }
  }

  private at(place: string): string {
    return path.join(this.root, place);
  }

  private async open(place: string, openedAt: number): Promise<void> {
    const { model, app } = this;
    const body = { rootPath: this.at(place), openedAt: new Date(openedAt).toISOString() };
    const expected = model.projectAt(place);
    if (!model.folders.has(place)) {
      const problem = await app.refused('POST', '/api/projects/open', body);
      assert.equal(problem.code, 'folder-missing');
    } else if (expected && openedAt <= (expected.deletedAt ?? 0)) {
      const problem = await app.refused('POST', '/api/projects/open', body);
      assert.equal(problem.code, 'not-found');
    } else {
      const project = await app.call<Project>('POST', '/api/projects/open', body);
      const folder = model.folders.get(place) ?? '';
      if (!expected) {
        const name = model.freeName(path.basename(place), place);
        model.projects.push({ id: project.id, name, place, folder, deletedAt: null });
        return;
      }
      assert.equal(project.id, expected.id);
      if (expected.deletedAt !== null) expected.name = model.freeName(expected.name, place);
      Object.assign(expected, { place, folder, deletedAt: null });
    }
  }

  private async delete(place: string): Promise<void> {
    const project = this.model.living().find((one) => one.place === place);
    if (!project) return;
    await this.app.call('DELETE', `/api/projects/${project.id}`);
    project.deletedAt = this.model.now;
  }

  private async rename(place: string, other: string): Promise<void> {
    const project = this.model.living().find((one) => one.place === place);
    if (!project) return;
    const name = `Renamed ${other}`;
    const url = `/api/projects/${project.id}`;
    if (this.model.living().some((one) => one.name === name && one !== project)) {
      assert.equal((await this.app.refused('PUT', url, { name })).code, 'name-taken');
    } else {
      await this.app.call('PUT', url, { name });
      project.name = name;
    }
  }

  private async move(from: string, to: string): Promise<void> {
    const { folders } = this.model;
    const folder = folders.get(from);
    if (folder === undefined || folders.has(to)) return;
    // The service sees the places as they are before one becomes another.
    await this.see();
    await mkdir(path.dirname(this.at(to)), { recursive: true });
    await rename(this.at(from), this.at(to));
    folders.delete(from);
    folders.set(to, folder);
    await this.see();
  }

  private async relink(from: string, to: string): Promise<void> {
    const { model, app } = this;
    const project = model.living().find((one) => one.place === from);
    if (!project) return;
    const url = `/api/projects/${project.id}`;
    const body = { rootPath: this.at(to) };
    const owner = model.projectAt(to);
    if (!model.folders.has(to)) {
      assert.equal((await app.refused('PUT', url, body)).code, 'folder-missing');
    } else if (owner && owner.deletedAt === null && owner !== project) {
      const problem = await app.refused('PUT', url, body);
      assert.equal(problem.code, 'conflict');
      assert.ok(problem.detail.includes(`“${owner.name}”`));
    } else {
      await app.call('PUT', url, body);
      Object.assign(project, { place: to, folder: model.folders.get(to) });
    }
  }

  /** Every project's folder is looked at, as a window that shows its detail does. */
  private async see(): Promise<void> {
    for (const { id } of this.model.living()) await this.app.call('GET', `/api/projects/${id}`);
    this.model.look();
  }

  async compare(): Promise<void> {
    await this.see();
    const { model } = this;
    const expected = model.living().map(({ id, name, place }) => ({
      id,
      name,
      rootPath: this.at(place),
      present: model.folders.has(place),
    }));
    const listed = (await this.app.list()).map(({ id, name, rootPath, folderState }) => ({
      id,
      name,
      rootPath,
      present: folderState === 'present',
    }));
    expected.sort((one, other) => one.id - other.id);
    assert.deepEqual(listed, expected);
  }
}

test('opening, deleting, renaming, moving and linking in any order keeps the rules', async (t) => {
  let clock = (): Date => new Date();
  const app = await startProjects(t, {}, { now: () => clock() });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      for (const project of await app.list())
        await app.call('DELETE', `/api/projects/${project.id}`);
      const root = path.join(app.work, `run${run++}`);
      assert.ok(!existsSync(root));
      const model = new Model();
      clock = () => new Date(model.now);
      for (const place of places) {
        await quantumFolder(path.join(root, place));
        model.folders.set(place, `folder of ${place}`);
      }
      // One place to move to.
      const spare = path.join(root, 'spare');
      await rename(path.join(root, 'c/two'), spare);
      model.folders.delete('c/two');
      const walk = new Run(app, root, model);
      for (const one of steps) await walk.take(one);
      await walk.compare();
    }),
    { seed, numRuns: count(25, 1_000) },
  );
});
