/** Gives variables to the server of a project, secrets among them. */
export type VariableSource = (projectId: number) => Promise<Readonly<Record<string, string>>>;

/** Our own settings are none of the application's business: they name databases and keys of the product. */
const ours = /^QUANTUM_ADMIN_/i;

/** The environment that servers run in: the service's own, and what other features add to it. */
export class RunVariables {
  private readonly sources: VariableSource[] = [];

  constructor(private readonly environment: NodeJS.ProcessEnv = process.env) {}

  /** Later sources win over earlier ones, and all of them over the environment. */
  add(source: VariableSource): void {
    this.sources.push(source);
  }

  async of(projectId: number): Promise<NodeJS.ProcessEnv> {
    const kept = Object.entries(this.environment).filter(([name]) => !ours.test(name));
    return { ...Object.fromEntries(kept), ...(await this.given(projectId)) };
  }

  /** What is added to the environment. */
  async given(projectId: number): Promise<Record<string, string>> {
    const variables: Record<string, string> = {};
    for (const source of this.sources) Object.assign(variables, await source(projectId));
    return variables;
  }
}
