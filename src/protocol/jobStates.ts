import type { JobState } from './jobs.js';

/** Of jobs that are still to be done, or under way. Apart from the schemas: windows need no more than this. */
export const unfinishedJobStates = ['created', 'retry', 'active'] as const satisfies JobState[];
