import type {
  CreateEnvironment,
  CreateVariable,
  Environment,
  EnvironmentVariable,
  UpdateEnvironment,
  UpdateVariable,
} from '../../protocol/environments.js';

/** A variable by its name: of an environment, or (null) of the project. */
export type VariablePlace = Pick<EnvironmentVariable, 'projectId' | 'environmentId' | 'key'>;

/** What environments ask of the service. */
export interface EnvironmentsApi {
  /** In the order of promotion. */
  list(projectId: number): Promise<readonly Environment[]>;
  /** Of the project and of all of its environments; secrets without their values. */
  variables(projectId: number): Promise<readonly EnvironmentVariable[]>;
  create(projectId: number, body: CreateEnvironment): Promise<Environment>;
  update(id: number, body: UpdateEnvironment): Promise<Environment>;
  /** With its variables. */
  remove(id: number): Promise<void>;
  /** Asks its address whether it is up. */
  check(id: number): Promise<Environment>;
  addVariable(projectId: number, body: CreateVariable): Promise<EnvironmentVariable>;
  updateVariable(place: VariablePlace, body: UpdateVariable): Promise<EnvironmentVariable>;
  removeVariable(place: VariablePlace): Promise<void>;
  /** The value, of a secret too. Audited. */
  value(place: VariablePlace): Promise<string>;
}
