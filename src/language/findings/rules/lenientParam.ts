import type { Place } from '../../place/place.js';
import { isNestedJob } from './requiredAttributes.js';

/** A parameter of a tool or of a job further in: only its type is looked at. */
export function isLenientParam({ reading, parent }: Place): boolean {
  if (reading.name !== 'q:param' || !parent) return false;
  const around = parent.reading.name;
  return around === 'q:tool' || (around === 'q:job' && isNestedJob(parent));
}
