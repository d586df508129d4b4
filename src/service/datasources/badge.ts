import type { Datasource, DatasourceBadge } from '../../protocol/datasources.js';

const working: readonly string[] = ['pulling', 'starting', 'restarting', 'stopping', 'deleting'];

/** State, health and setup in one word. The table of docs/datasources.md is made from the same rules. */
export function badgeOf({
  status,
  healthStatus,
  setupStatus,
}: Pick<Datasource, 'status' | 'healthStatus' | 'setupStatus'>): DatasourceBadge {
  if (status === 'unknown') return 'unavailable';
  if (status === 'exited' || status === 'missing') return 'error';
  if (working.includes(status)) return 'working';
  if (setupStatus === 'error') return 'error';
  if (status !== 'running') return 'stopped';
  if (healthStatus === 'unhealthy') return 'error';
  if (setupStatus === 'configuring') return 'working';
  return setupStatus === 'ready' ? 'ready' : 'running';
}
