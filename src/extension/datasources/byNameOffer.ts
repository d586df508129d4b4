import type { ByNameOfferState } from '../../protocol/datasourceByName.js';

export interface ByNameOfferOptions {
  readonly api: {
    byNameOffer(projectId: number): Promise<ByNameOfferState>;
    declineByName(projectId: number): Promise<unknown>;
  };
  /** The person's answer; undefined when the question was closed. */
  ask(project: string, why: string): Promise<'allow' | 'never' | undefined>;
  allow(): Promise<void>;
  onError(project: string, error: unknown): void;
}

interface Offered {
  readonly id: number;
  readonly name: string;
  readonly hasDatasources: boolean;
}

/**
 * Offers what a project of Quantum of 2025 needs, once in a window for each project; in the next window again
 * unless the person said never.
 */
export class ByNameOffer {
  readonly #looked = new Set<number>();
  /** One question at a time: what is allowed for one project is allowed for all. */
  #turn: Promise<void> = Promise.resolve();

  constructor(private readonly options: ByNameOfferOptions) {}

  /** The projects of the window, as they are now. Resolves once what came of them is done. */
  look(projects: readonly Offered[]): Promise<void> {
    for (const project of projects) {
      if (!project.hasDatasources || this.#looked.has(project.id)) continue;
      this.#looked.add(project.id);
      this.#turn = this.#turn.then(() =>
        this.#offer(project).catch((error: unknown) => this.options.onError(project.name, error)),
      );
    }
    return this.#turn;
  }

  async #offer({ id, name }: Offered): Promise<void> {
    const { options } = this;
    const { offered, why } = await options.api.byNameOffer(id);
    if (!offered) return;
    const answer = await options.ask(name, why ?? '');
    if (answer === 'allow') await options.allow();
    if (answer === 'never') await options.api.declineByName(id);
  }
}
