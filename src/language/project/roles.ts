/** What a file is to the index. Others are there by their names alone. */
export type FileRole = 'page' | 'configuration' | 'sql' | 'python' | 'other';

export const configurationFile = 'quantum.config.yaml';

/** What the index wants of a file: pages as summaries, three kinds as text, of others nothing. */
export function roleOf(path: string): FileRole {
  if (path.endsWith('.q')) return 'page';
  if (path === configurationFile) return 'configuration';
  if (path.endsWith('.sql') && !path.endsWith('.down.sql')) return 'sql';
  return path.endsWith('.py') ? 'python' : 'other';
}
