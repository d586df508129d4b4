import { tagsNamed } from '../catalogue/lookups.js';
import type { Catalogue } from '../catalogue/types.js';
import { voidElements } from '../syntax/names.js';
import { nameless, parts, unread, type Inside, type Reading } from './reading.js';

/** Names the framework knows as HTML; with its prefix they are refused. */
export const htmlNames: ReadonlySet<string> = new Set(
  (
    'div span p a h1 h2 h3 h4 h5 h6 ul ol li table tr td th thead tbody form input button select option ' +
    'textarea label img video audio source canvas svg header footer nav main section article aside br hr ' +
    'pre code blockquote em strong b i script style link meta head body html'
  ).split(' '),
);

/** Bare names that are neither statements nor HTML: they vanish. */
const droppedNames = new Set('component application param route elseif else onEvent'.split(' '));

/** Statements by a parser of their own that stand in few places only. */
const besides = new Set('action flash function import slot messageAck messageNack'.split(' '));

/** How elements are taken where statements may stand: in components, markup, widgets, branches, handlers. */
export function statementsOf(catalogue: Catalogue): Inside {
  const bodies = bodiesOf((prefix, local) => statements(prefix, local));
  const widgets: Inside = (_, local) => widget(catalogue, local, statements);
  const statements: Inside = (prefix, local) => {
    if (prefix === 'ui') return widgets(prefix, local);
    if (prefix === 'q' && htmlNames.has(local) && local !== 'script') return nameless('refused');
    if (isRegistered(catalogue, local)) {
      return { as: 'statement', name: `q:${local}`, inside: bodies[local] ?? unread };
    }
    if (htmlNames.has(local)) return markup(local, statements);
    if (isCall(local)) return nameless('call', statements);
    if (local === 'return') return { as: 'statement', name: 'q:return', inside: unread };
    if (prefix === 'q') {
      if (local === 'else' || local === 'elseif') return branch(local, statements);
      return nameless('refused');
    }
    return isMarkup(prefix, local) ? markup(local, statements) : nameless('dropped');
  };
  return statements;
}

function markup(local: string, statements: Inside): Reading {
  return nameless('markup', voidElements.has(local.toLowerCase()) ? unread : statements);
}

/** A branch of an if. */
export function branch(local: string, statements: Inside): Reading {
  return { as: 'branch', name: `q:${local}`, inside: statements };
}

/** How a widget is taken; `rest` is how what it holds is. */
export function widget(catalogue: Catalogue, local: string, rest: Inside): Reading {
  const name = `ui:${local}`;
  const tag = tagsNamed(catalogue, name)[0];
  if (!tag) return nameless('refused');
  if (local === 'theme') return { as: 'widget', name, inside: themeParts };
  return { as: 'widget', name, inside: tag.body === 'none' ? unread : rest };
}

const themeParts: Inside = (_, local) =>
  local === 'color' ? { as: 'widget', name: 'ui:color', inside: unread } : nameless('unread');

/** What stands in the tags that have a parser of their own, by their local names. */
function bodiesOf(statements: Inside): Readonly<Record<string, Inside>> {
  const parametrised = parts({ param: unread }, statements);
  const handler = (_: string, local: string): Reading =>
    local.startsWith('on-')
      ? { as: 'part', name: `q:${local}`, inside: statements }
      : nameless('unread');
  const transform = parts({ filter: unread, sort: unread, limit: unread, compute: unread }, () =>
    nameless('refused'),
  );
  const agent = (prefix: string, local: string): Reading =>
    local === 'agent' ? statements(prefix, local) : nameless('unread');
  return {
    if: (prefix, local) =>
      local === 'else' || local === 'elseif'
        ? branch(local, statements)
        : statements(prefix, local),
    loop: statements,
    slot: statements,
    transaction: statements,
    schedule: statements,
    thread: statements,
    function: parts({ param: unread, return: unread }, statements),
    action: parametrised,
    job: parametrised,
    query: parts({ param: unread }, unread),
    invoke: parts({ header: unread, param: unread, body: unread }, unread),
    data: parts({ column: unread, field: unread, transform, header: unread }, unread),
    llm: parts({ prompt: unread, system: unread, message: unread }, unread),
    agent: parts({ instruction: unread, tool: parametrised, execute: unread }, unread),
    team: parts({ shared: statements, execute: unread }, agent),
    knowledge: parts({ source: unread }, unread),
    mail: parts({ attachment: unread }, unread),
    message: parts({ header: unread, body: unread }, unread),
    subscribe: parts({ onMessage: statements, onError: statements }, unread),
    websocket: handler,
  };
}

function isRegistered(catalogue: Catalogue, local: string): boolean {
  return tagsNamed(catalogue, `q:${local}`).some(
    (tag) =>
      tag.context === null && tag.removed === null && (tag.isStatement || besides.has(local)),
  );
}

/** A capital first, and a small letter after it: all capitals are no component. */
function isCall(local: string): boolean {
  return /^\p{Lu}/u.test(local) && local !== local.toUpperCase();
}

function isMarkup(prefix: string, local: string): boolean {
  const isNamed = htmlNames.has(local.toLowerCase()) || /^\p{Ll}/u.test(local);
  if (prefix !== '') return isNamed;
  return isNamed && !droppedNames.has(local) && !/^\p{Lu}/u.test(local);
}
