/** Asks the language server something beyond the editor's protocol; null while none runs. */
export type AskServer = <T>(method: string, params: object) => Promise<T | null>;
