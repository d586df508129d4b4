import { tagsNamed } from '../catalogue/lookups.js';
import type { Catalogue } from '../catalogue/types.js';
import { localOf, prefixOf } from '../syntax/names.js';
import { branch, statementsOf, widget } from './dispatch.js';
import { nameless, parts, unread, type Inside, type Reading } from './reading.js';

/** What `type` is where tests stand outermost. */
export const testFile = 'test file';

/**
 * How the outermost element of a file is taken; `type` is what an application says of itself, and
 * `testFile` in `*.test.q`.
 */
export function rootReading(catalogue: Catalogue, name: string, type: string): Reading {
  const local = localOf(name);
  const prefix = prefixOf(name);
  if (type === testFile) return testReading(prefix, local);
  const statements = statementsOf(catalogue);
  switch (local) {
    case 'component':
      return { as: 'root', name: 'q:component', inside: component(statements) };
    case 'job':
      return { as: 'root', name: 'q:job', inside: parts({ param: unread }, statements) };
    case 'application':
      return {
        as: 'root',
        name: 'q:application',
        inside: application(catalogue, type, statements),
      };
    default:
      return nameless('refused', statements);
  }
}

/** Tests hold steps, and steps hold attributes only. */
function testReading(prefix: string, local: string): Reading {
  if (prefix !== 'q' || local !== 'test') return nameless('refused');
  return {
    as: 'root',
    name: 'q:test',
    inside: (prefix, step) =>
      prefix === 'test' && testSteps.has(step)
        ? { as: 'part', name: `test:${step}`, inside: unread }
        : nameless('refused'),
  };
}

const testSteps = new Set(['given', 'as', 'visit', 'submit', 'expect']);

/** Parameters, events and scripts are looked for; an else belongs to the if before it, whatever its prefix. */
function component(statements: Inside): Inside {
  return (prefix, local) => {
    if (prefix === 'q' || prefix === '') {
      const inside = local === 'onEvent' ? statements : unread;
      const isPart = local === 'param' || local === 'onEvent' || (local === 'script' && prefix);
      if (isPart) return { as: 'part', name: `q:${local}`, inside };
    }
    if (local === 'else' || local === 'elseif') return branch(local, statements);
    return statements(prefix, local);
  };
}

function application(catalogue: Catalogue, type: string, statements: Inside): Inside {
  const rest = engines[type]?.(catalogue, statements) ?? unread;
  return (prefix, local) => {
    if (prefix === 'q' && (local === 'set' || local === 'function')) {
      return statements(prefix, local);
    }
    if (local === 'route' && type !== 'ui') {
      return { as: 'part', name: 'q:route', inside: unread };
    }
    return rest(prefix, local);
  };
}

const engines: Readonly<Record<string, (catalogue: Catalogue, statements: Inside) => Inside>> = {
  ui: (catalogue, statements) => {
    const widgets: Inside = (prefix, local) => {
      if (prefix === 'ui') return widget(catalogue, local, widgets);
      return prefix === 'q' ? statements(prefix, local) : nameless('unread');
    };
    return widgets;
  },
  game: (catalogue, statements) => laboratory(catalogue, 'qg', gameBodies, statements),
  terminal: (catalogue, statements) => laboratory(catalogue, 'qt', terminalBodies, statements),
};

/** Which tags of an engine read everything in them, and which read some tags only. */
type Bodies = Readonly<Record<string, 'all' | readonly string[]>>;

const gameBodies: Bodies = {
  scene: 'all',
  sprite: 'all',
  behavior: 'all',
  prefab: 'all',
  group: 'all',
  persistent: 'all',
  event: 'all',
  state: 'all',
  hud: 'all',
  physics: ['collision-layer'],
  tilemap: ['layer', 'tile-animation'],
  'state-machine': ['state'],
  slot: ['option'],
  'hud-behavior': ['action'],
  enemy: ['ai', 'defeat'],
  defeat: ['on-hit', 'on-kill'],
  use: ['on-collision'],
};

const terminalBodies: Bodies = {
  screen: 'all',
  panel: 'all',
  layout: 'all',
  tab: 'all',
  tabs: ['tab'],
  table: ['column'],
  menu: ['option'],
};

/** Tags of games that only their own parents read. */
const inParentOnly = new Set('ai defeat on-hit on-kill tile-animation scene-include'.split(' '));

function laboratory(
  catalogue: Catalogue,
  engine: string,
  bodies: Bodies,
  statements: Inside,
): Inside {
  const read = (local: string): Reading => {
    const body = bodies[local];
    const inside: Inside =
      body === 'all'
        ? all
        : (prefix, name) =>
            prefix === engine && body?.includes(name) ? read(name) : nameless('unread');
    return { as: 'laboratory', name: `${engine}:${local}`, inside };
  };
  const all: Inside = (prefix, local) => {
    if (prefix === 'q') return statements(prefix, local);
    if (prefix !== engine) return nameless('unread');
    const isKnown = tagsNamed(catalogue, `${engine}:${local}`).length > 0;
    return isKnown && !inParentOnly.has(local) ? read(local) : nameless('refused');
  };
  return (prefix, local) => {
    if (prefix === engine && local === 'scene-include') return read(local);
    return prefix === engine ? all(prefix, local) : nameless('unread');
  };
}
