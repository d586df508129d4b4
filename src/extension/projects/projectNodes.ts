/** What stands in the tree. Nodes carry identity only; rows are made from the model when shown. */
export interface ProjectNode {
  readonly kind: 'project';
  readonly id: number;
}

export const factNames = [
  'folder',
  'framework',
  'interpreter',
  'datasources',
  'components',
  'endpoints',
] as const;
export type FactName = (typeof factNames)[number];

export interface FactNode {
  readonly kind: 'fact';
  readonly projectId: number;
  readonly fact: FactName;
}

/** Stands where a project's facts would, when they cannot be read. */
export interface FailureNode {
  readonly kind: 'failure';
  readonly projectId: number;
  readonly message: string;
}

export type ProjectsNode = ProjectNode | FactNode | FailureNode;

/** One object per node for as long as it lives: VS Code refreshes by identity. */
export class NodeTable {
  readonly #projects = new Map<number, ProjectNode>();
  readonly #facts = new Map<string, FactNode>();

  project(id: number): ProjectNode {
    let node = this.#projects.get(id);
    if (node === undefined) this.#projects.set(id, (node = { kind: 'project', id }));
    return node;
  }

  fact(projectId: number, fact: FactName): FactNode {
    const key = `${projectId}/${fact}`;
    let node = this.#facts.get(key);
    if (node === undefined) this.#facts.set(key, (node = { kind: 'fact', projectId, fact }));
    return node;
  }

  /** Forgets what is no longer listed. */
  keepOnly(ids: ReadonlySet<number>): void {
    for (const id of this.#projects.keys()) if (!ids.has(id)) this.#projects.delete(id);
    for (const [key, node] of this.#facts) if (!ids.has(node.projectId)) this.#facts.delete(key);
  }
}
