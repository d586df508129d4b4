import type { Diagnostic } from 'vscode-languageserver';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../language/catalogue/types.js';
import { parseConfiguration } from '../language/configuration/parseConfiguration.js';
import {
  shownConfigurationFindings,
  shownFindings,
  type Severities,
  type ShownFinding,
} from '../language/findings/shown.js';
import { checkPage } from '../language/project/checkFiles.js';
import { configurationFile, roleOf } from '../language/project/roles.js';
import { LineTable } from '../language/text/lineTable.js';
import { findingDiagnostics } from './findingDiagnostic.js';
import { fileIn, type Projects } from './projects.js';

export interface ClosedFilesDeps {
  readonly projects: Projects;
  readonly catalogue: (root: string) => Catalogue;
  readonly severities: () => Severities;
  /** What the application at a root is given. */
  readonly variables: (root: string) => Readonly<Record<string, string | undefined>>;
  readonly isOpen: (file: string) => boolean;
  readonly tell: (
    file: string,
    diagnostics: readonly Diagnostic[],
    findings: readonly ShownFinding[],
  ) => void;
  readonly log: (line: string) => void;
}

/** Finds mistakes in files that are not open, one after the other, while nothing else is to be done. */
export class ClosedFiles {
  private readonly due = new Map<string, Set<string>>();
  private isRunning = false;

  constructor(private readonly deps: ClosedFilesDeps) {}

  /** `paths` changed, and with them what is right in the files that use them; null: everything is new. */
  changed(root: string, paths: readonly string[] | null): void {
    const view = this.deps.projects.view(root);
    if (!view) return;
    const due = this.due.get(root) ?? new Set<string>();
    this.due.set(root, due);
    const isEverywhere = paths === null || paths.some((place) => roleOf(place) !== 'page');
    if (isEverywhere) for (const place of view.files.keys()) due.add(place);
    if (isEverywhere && view.configuration) due.add(configurationFile);
    for (const place of paths ?? []) {
      due.add(place);
      for (const use of view.usesOf(place)) due.add(use.path);
    }
    this.start();
  }

  forget(): void {
    this.due.clear();
  }

  private start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.run()
      .catch((error: unknown) => this.deps.log(String(error)))
      .finally(() => (this.isRunning = false));
  }

  private async run(): Promise<void> {
    for (let next = this.next(); next; next = this.next()) {
      await this.look(next.root, next.place);
      // Keys and questions come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private next(): { root: string; place: string } | null {
    for (const [root, places] of this.due) {
      for (const place of places) {
        places.delete(place);
        return { root, place };
      }
      this.due.delete(root);
    }
    return null;
  }

  private async look(root: string, place: string): Promise<void> {
    const { projects, isOpen, tell, severities, variables } = this.deps;
    const live = projects.live(root);
    const file = fileIn(root, place);
    if (!live || isOpen(file)) return;
    const text = await live.textOf(place);
    if (isOpen(file)) return;
    const isPage = roleOf(place) === 'page';
    if (text === null || !(isPage || place === configurationFile)) {
      tell(file, [], []);
      return;
    }
    const findings = isPage
      ? this.pageFindings(root, place, text)
      : shownConfigurationFindings(parseConfiguration(text), severities(), variables(root));
    const document = { uri: pathToFileURL(file).href, lines: new LineTable(text) };
    tell(file, findingDiagnostics(findings, document), findings);
  }

  private pageFindings(root: string, place: string, text: string): ShownFinding[] {
    const view = this.deps.projects.view(root);
    if (!view) return [];
    const { document, findings } = checkPage(place, text, this.deps.catalogue(root), view);
    return shownFindings(document, findings, this.deps.severities());
  }
}
