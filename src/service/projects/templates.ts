import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Template } from '../../protocol/projects.js';
import { AppError } from '../platform/problem.js';
import { placeFiles, type Placed } from './placeFiles.js';
import { fillPlaceholders } from './placeholders.js';

const manifestName = 'template.json';

interface TemplateFile {
  /** Path segments below the project's root. */
  readonly relative: string;
  readonly source: string;
}

/** Regular files only: a link in a template would lead out of it. */
async function filesBelow(folder: string, relative = ''): Promise<TemplateFile[]> {
  const entries = await readdir(path.join(folder, relative), { withFileTypes: true });
  const found: TemplateFile[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const at = path.join(relative, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, at)));
    else if (entry.isFile() && at !== manifestName) {
      found.push({ relative: at, source: path.join(folder, at) });
    }
  }
  return found;
}

/** The templates that come with the product: folders of `directory`, described by their template.json. */
export class Templates {
  constructor(private readonly directory: string) {}

  async list(): Promise<Template[]> {
    const entries = await readdir(this.directory, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return Promise.all(names.sort().map((name) => this.describe(name)));
  }

  /**
   * Copies a template into an absent or empty folder, all or nothing.
   * @throws not-found without such a template, conflict when something is there.
   */
  async place(template: string, target: string, projectName: string): Promise<Placed> {
    const known = (await this.list()).map(({ name }) => name);
    if (!known.includes(template)) {
      throw new AppError(
        'not-found',
        `There is no template called “${template}”.`,
        `Choose one of: ${known.join(', ')}.`,
      );
    }
    const files = await filesBelow(path.join(this.directory, template));
    const contents = await Promise.all(
      files.map(async ({ relative, source }) => ({
        relative,
        content: fillPlaceholders(relative, await readFile(source), projectName),
      })),
    );
    return placeFiles(target, contents);
  }

  private async describe(name: string): Promise<Template> {
    const folder = path.join(this.directory, name);
    const manifest: unknown = JSON.parse(await readFile(path.join(folder, manifestName), 'utf8'));
    const { title, description } = manifest as { title: string; description: string };
    return { name, title, description, files: (await filesBelow(folder)).length };
  }
}
