/** What the test-only extension offers functions that are evaluated in the extension host. */
declare const host: {
  readonly firstTwoSeconds: Promise<{ maxMs: number; p99Ms: number }>;
  readonly activations: Record<
    string,
    { loadMs: number; blockedMs: number | null; activateMs: number | null }
  >;
  readonly alive: () => {
    listeners: number;
    disposables: number;
    emitters: number;
    resources: number;
  };
  readonly scriptBytes: (folder: string) => number;
};
