import gt from 'semver/functions/gt.js';
import valid from 'semver/functions/valid.js';
import { apiVersion } from '../protocol/version.js';

/** Whether `version` is the newer one; a version that is none is never newer. */
export function isNewer(version: string, than: string): boolean {
  if (valid(version) === null) return false;
  return valid(than) === null || gt(version, than);
}

/** Whether this client can talk to a service of that API version. */
export function apiFits(offered: string): boolean {
  return offered.split('.')[0] === apiVersion.split('.')[0];
}
