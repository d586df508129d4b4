import type { InterpreterSource } from '../../protocol/projects.js';
import type { ProjectRow } from './projectRepository.js';

/** The columns of a choice; empty when none was made. */
export type InterpreterChoice = Partial<Pick<ProjectRow, 'interpreter' | 'interpreter_source'>>;

/** What a request says about the interpreter: a choice is stored together with whose it is. */
export function choiceOf(input: {
  readonly interpreter?: string | null;
  readonly interpreterSource?: InterpreterSource;
}): InterpreterChoice {
  if (input.interpreter === undefined) return {};
  const { interpreter, interpreterSource = null } = input;
  return { interpreter, interpreter_source: interpreter === null ? null : interpreterSource };
}
