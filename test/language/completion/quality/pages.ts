import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../../scripts/lib/paths.js';
import { indexOf } from '../../../../src/language/project/checkFiles.js';
import type { ProjectView } from '../../../../src/language/project/projectView.js';
import { frameworkPages } from '../../../support/frameworkPages.js';

/** A page somebody wrote, and the project it is a part of. */
export interface RealPage {
  /** `storefront/components/cart.q` */
  readonly name: string;
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
  readonly project: ProjectView;
}

/** The pages of our samples, and those the framework brings along. */
export async function realPages(): Promise<RealPage[]> {
  const admin = await frameworkPages();
  const samples = path.join(root, 'samples');
  return [path.join(samples, 'storefront'), path.join(samples, 'idioms'), admin].flatMap(pagesOf);
}

function pagesOf(folder: string): RealPage[] {
  const files = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:q|ya?ml|sql)$/.test(name)) continue;
    files.set(name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8'));
  }
  const project = indexOf(files);
  return [...files].flatMap(([file, text]) =>
    file.endsWith('.q')
      ? [{ name: `${path.basename(folder)}/${file}`, path: file, text, project }]
      : [],
  );
}
