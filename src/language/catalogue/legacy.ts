import type { Catalogue } from './types.js';

/** Tags that came between the two checkouts from before the first release. */
const newIn2026 = new Set(
  [
    'llm prompt system knowledge source agent instruction tool execute team shared',
    'message subscribe onMessage onError queue messageAck messageNack',
    'websocket websocket-send websocket-close on-connect on-open on-message on-error on-close on-disconnect',
    'persist python pyimport class pyclass decorator pydecorator schedule thread attachment',
  ].flatMap((names) => names.split(' ').map((name) => `q:${name}`)),
);

/** The tags of the checkouts, which no registry has: the first release's, less what came later. */
export function legacyTags(
  first: Catalogue['tags'],
  family: 'legacy2025' | 'legacy2026',
): Catalogue['tags'] {
  if (family === 'legacy2026') return first;
  return first
    .filter(({ name, prefix }) => prefix === 'q' && !newIn2026.has(name))
    .map((tag) => ({ ...tag, children: tag.children.filter((name) => !newIn2026.has(name)) }));
}
