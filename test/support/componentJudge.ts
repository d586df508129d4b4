import { askFramework } from './askFramework.js';

export interface JudgedParam {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: string | null;
}

/** What the framework's parser says of a component's file. */
export interface JudgedComponent {
  readonly params: readonly JudgedParam[];
  readonly guard: { readonly role: string | null; readonly permission: string | null } | null;
  readonly actions: readonly {
    readonly name: string;
    readonly method: string;
    readonly params: readonly JudgedParam[];
  }[];
  /** Names that the brackets of its path give. */
  readonly inPath: readonly string[];
  /** Files of what it imports and calls, below the components folder. */
  readonly components: readonly string[];
  readonly datasources: readonly string[];
}

export interface JudgedComponents {
  readonly files: Readonly<Record<string, JudgedComponent>>;
  /** The file that answers each address. */
  readonly answers: Readonly<Record<string, string | null>>;
}

/** What the installed framework makes of the components folder, and which file answers each address. */
export async function judgeComponents(
  components: string,
  addresses: readonly string[],
): Promise<JudgedComponents> {
  const [answer] = await askFramework<JudgedComponents>('componentJudge.py', [
    { components, addresses },
  ]);
  if (!answer) throw new Error('The framework did not answer.');
  return answer;
}
