import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { ProjectRun } from '../../protocol/running.js';
import { Disposables } from '../platform/disposables.js';
import type { Disposable, Signal } from '../platform/signal.js';
import { problemMessage } from '../platform/problemMessage.js';
import { factItem, failureItem } from './factItem.js';
import type { ProjectDetails } from './projectDetails.js';
import { matchesFilter } from './projectFilter.js';
import { projectItem, projectTooltip } from './projectItem.js';
import { factNames, NodeTable, type ProjectsNode } from './projectNodes.js';
import type { ProjectsModel } from './projectsModel.js';

/** The servers of projects, as the tree needs them. */
export interface ProjectRuns {
  of(projectId: number): ProjectRun | undefined;
  readonly onDidChange: Signal<number>['on'];
}

export interface ProjectsTreeFacts {
  /** Whether its folder is open in this window. */
  readonly isHere: (project: Project) => boolean;
  readonly runs: ProjectRuns;
}

/** The rows of the Projects view: the model's projects through the filter, their facts on demand. */
export class ProjectsTree implements vscode.TreeDataProvider<ProjectsNode>, Disposable {
  readonly #model: ProjectsModel;
  readonly #details: ProjectDetails;
  readonly #facts: ProjectsTreeFacts;
  readonly #nodes = new NodeTable();
  readonly #changes = new vscode.EventEmitter<ProjectsNode | undefined>();
  readonly #listening = new Disposables();
  readonly onDidChangeTreeData = this.#changes.event;
  #filter = '';

  constructor(model: ProjectsModel, details: ProjectDetails, facts: ProjectsTreeFacts) {
    this.#model = model;
    this.#details = details;
    this.#facts = facts;
    this.#listening.add(
      facts.runs.onDidChange((id) => this.#changes.fire(this.#nodes.project(id))),
    );
    this.#listening.add(
      model.onDidChange((change) => {
        // A filter may let a changed row in or out, so then the whole list is asked for.
        if (change === 'all' || this.#filter !== '') this.refreshAll();
        else
          for (const id of change) {
            this.#details.forget(id);
            this.#changes.fire(this.#nodes.project(id));
          }
      }),
    );
  }

  get filter(): string {
    return this.#filter;
  }

  setFilter(filter: string): void {
    this.#filter = filter.trim();
    this.#changes.fire(undefined);
  }

  /** The projects that pass the filter. */
  get shown(): readonly Project[] {
    // What an untrusted window remembers of an earlier, trusted one stays out of sight.
    if (!vscode.workspace.isTrusted) return [];
    return this.#model.projects.filter((project) => matchesFilter(project, this.#filter));
  }

  refreshAll(): void {
    this.#details.forgetAll();
    this.#nodes.keepOnly(new Set(this.#model.projects.map(({ id }) => id)));
    this.#changes.fire(undefined);
  }

  async getChildren(node?: ProjectsNode): Promise<ProjectsNode[]> {
    if (node === undefined) return this.shown.map(({ id }) => this.#nodes.project(id));
    if (node.kind !== 'project') return [];
    try {
      await this.#details.get(node.id);
      return factNames.map((fact) => this.#nodes.fact(node.id, fact));
    } catch (error) {
      return [{ kind: 'failure', projectId: node.id, message: problemMessage(error).detail }];
    }
  }

  getParent(node: ProjectsNode): ProjectsNode | undefined {
    return node.kind === 'project' ? undefined : this.#nodes.project(node.projectId);
  }

  async getTreeItem(node: ProjectsNode): Promise<vscode.TreeItem> {
    if (node.kind === 'project') {
      const project = this.#model.get(node.id);
      // Deleted between the list and the row: the list is on its way.
      if (project === undefined) return new vscode.TreeItem('');
      return projectItem(project, {
        isHere: this.#facts.isHere(project),
        run: this.#facts.runs.of(project.id),
      });
    }
    if (node.kind === 'failure') return failureItem(node);
    return factItem(node, await this.#details.get(node.projectId));
  }

  resolveTreeItem(item: vscode.TreeItem, node: ProjectsNode): vscode.TreeItem {
    const project = node.kind === 'project' ? this.#model.get(node.id) : undefined;
    if (project !== undefined) item.tooltip = projectTooltip(project);
    return item;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changes.dispose();
  }
}
