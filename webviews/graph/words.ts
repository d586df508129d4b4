import * as l10n from '@vscode/l10n';
import type { Mark } from './hits.js';
import type { ComponentGraph, GraphEdge, GraphNode } from '../../src/protocol/componentGraph.js';

/** What is out of the ordinary with a node, in words. */
export function marksOf({ state, isUnused, cycle }: GraphNode): string[] {
  const marks: string[] = [];
  if (state === 'error') marks.push(l10n.t('refused'));
  if (state === 'missing') marks.push(l10n.t('missing'));
  if (isUnused) marks.push(l10n.t('unused'));
  if (cycle !== null) marks.push(l10n.t('cycle {0}', cycle));
  return marks;
}

/** What nodes can be looked for by. */
export function markName(mark: Mark): string {
  switch (mark) {
    case 'any':
      return l10n.t('all');
    case 'unused':
      return l10n.t('unused');
    case 'cycle':
      return l10n.t('in a cycle');
    case 'error':
      return l10n.t('refused');
    case 'missing':
      return l10n.t('missing');
  }
}

/** What a node is called: a page by its place, for many are called `index`. */
export function labelOf({ kind, name, path }: GraphNode): string {
  if (kind !== 'component' || path === null || /^[A-Z]/.test(name)) return name;
  const [, ...below] = path.replace(/\.q$/, '').split('/');
  return below.length === 0 ? name : below.join('/');
}

/** A node as a screen reader says it. */
export function describe(node: GraphNode, { edges }: ComponentGraph): string {
  const needs = edges.filter(({ from }) => from === node.id).length;
  const users = edges.filter(({ to }) => to === node.id).length;
  const counts = l10n.t('needs {0}, needed by {1}', needs, users);
  return [labelOf(node), node.role ?? kindName(node.kind), ...marksOf(node), counts].join(', ');
}

export function kindName(kind: GraphNode['kind']): string {
  switch (kind) {
    case 'component':
      return l10n.t('Components');
    case 'route':
      return l10n.t('Addresses');
    case 'action':
      return l10n.t('Actions');
    case 'query':
      return l10n.t('Queries');
    case 'datasource':
      return l10n.t('Datasources');
    case 'table':
      return l10n.t('Tables');
    case 'column':
      return l10n.t('Columns');
    case 'service':
      return l10n.t('Services');
    case 'test':
      return l10n.t('Tests');
  }
}

/** What one node does with another. */
export function verbOf(kind: GraphEdge['kind']): string {
  switch (kind) {
    case 'uses':
      return l10n.t('uses');
    case 'links':
      return l10n.t('links to');
    case 'answers':
      return l10n.t('is answered by');
    case 'has':
      return l10n.t('has');
    case 'runs':
      return l10n.t('runs');
    case 'reads':
      return l10n.t('reads');
    case 'writes':
      return l10n.t('writes');
    case 'asks':
      return l10n.t('asks');
    case 'calls':
      return l10n.t('calls');
    case 'visits':
      return l10n.t('visits');
    case 'submits':
      return l10n.t('sends a form to');
  }
}
