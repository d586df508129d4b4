import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { ComponentPage, ScannedComponent } from '../../../src/protocol/components.js';
import { componentsFeature } from '../../../src/service/components/feature.js';
import { startProjects, type ProjectApp } from '../projects/projectApp.js';

export interface ComponentApp extends ProjectApp {
  /** Root of the project and its id. */
  readonly root: string;
  readonly id: number;
  /** What stands at a path of the project's API. */
  get<T>(place: string): Promise<T>;
  post<T>(place: string): Promise<T>;
  components(query?: string): Promise<ScannedComponent[]>;
  component(filePath: string): Promise<ScannedComponent>;
}

/** Writes files below a folder, by their path from it. */
export async function write(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [place, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, place)), { recursive: true });
    await writeFile(path.join(root, place), text);
  }
}

/** A project of these files, registered in a service with components. */
export async function startComponents(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  options: { readonly home?: string; readonly now?: () => Date; readonly root?: string } = {},
): Promise<ComponentApp> {
  const app = await startProjects(t, {}, options, (platform, projects) => [
    componentsFeature(platform, projects, null),
  ]);
  const root = options.root ?? path.join(app.work, 'shop');
  await write(root, { 'quantum.config.yaml': 'server:\n  port: 8080\n', ...files });
  const { id } = await app.open(root);
  const address = (place: string) => `/api/projects/${id}/${place}`;
  const components = async (query = ''): Promise<ScannedComponent[]> =>
    (await app.call<ComponentPage>('GET', address(`components${query}`))).components;
  return {
    ...app,
    root,
    id,
    get: (place) => app.call('GET', address(place)),
    post: (place) => app.call('POST', address(place)),
    components,
    async component(filePath) {
      const found = (await components()).find((one) => one.filePath === filePath);
      if (!found) throw new Error(`There is no component ${filePath}.`);
      return found;
    },
  };
}
