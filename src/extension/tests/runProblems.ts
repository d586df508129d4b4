import { problemText } from '../platform/problemMessage.js';

/** A project whose tests could not run, and why. */
export interface RunProblem {
  readonly project: { readonly id: number; readonly name: string };
  readonly error: unknown;
}

/** Why projects could not be run: each is told once, also when every save runs into it again. */
export class RunProblems {
  readonly #told = new Map<number, string>();

  /** It ran: what comes next is news. */
  ran(projectId: number): void {
    this.#told.delete(projectId);
  }

  /**
   * The one error that tells these; null when there is no news. Whoever asked for a run himself is told in any
   * case.
   */
  errorOf(problems: readonly RunProblem[], isContinuous: boolean): Error | null {
    const news = problems.filter(({ project, error }) => {
      const sentence = problemText(error);
      const isKnown = this.#told.get(project.id) === sentence;
      this.#told.set(project.id, sentence);
      return !isContinuous || !isKnown;
    });
    const [first, second] = news;
    if (first === undefined) return null;
    if (second === undefined && first.error instanceof Error) return first.error;
    return new Error(
      news.map(({ project, error }) => `${project.name}: ${problemText(error)}`).join(' '),
    );
  }
}
