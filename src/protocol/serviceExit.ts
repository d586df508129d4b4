/** How the service's process ends, as its starter sees it. Sentences are in the log. */
export const serviceExit = {
  /** Asked to leave, idle, or handed over. */
  stopped: 0,
  crashed: 1,
  usage: 2,
  /** Another process owns this home: nothing was loaded, nothing was opened. */
  alreadyRunning: 10,
  /** This Node is too old: another one may do. */
  unsupportedNode: 11,
  /** The home cannot be used (permissions, path): trying again changes nothing. */
  homeUnusable: 12,
  /** The store refuses to open: trying again changes nothing. */
  storeUnavailable: 13,
  /** The store cannot go on: a restart recovers. */
  storeFailed: 14,
} as const;
