import { foreignElements } from '../catalogue/htmlElements.js';
import type { Element } from '../syntax/element.js';
import { localOf, prefixOf, rawNameOf } from '../syntax/names.js';
import { attributeOf } from '../syntax/token.js';

/** Elements of HTML before and after which browsers drop white space. */
const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside base blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend ' +
    'li link main menu meta nav noscript ol optgroup option p script search section source style summary table ' +
    'tbody td template tfoot th thead title tr track ul'
  ).split(' '),
);

/** They stand in a line of text, but what they hold does not. */
const frames: ReadonlySet<string> = new Set(
  'audio datalist map object picture select video'.split(' '),
);

/** Where SVG draws text. */
const drawnText: ReadonlySet<string> = new Set(['text', 'textPath', 'tspan']);

/** Browsers show their white space as it is written. */
const preformatted: ReadonlySet<string> = new Set(['pre', 'textarea', 'listing', 'xmp']);

/** Tags whose text the framework takes as it is written, blank or not; it goes by names without prefix. */
const verbatim: ReadonlySet<string> = new Set(
  'mail log prompt system instruction execute python class pyclass decorator script'.split(' '),
);

/** Such a tag in one parent only; elsewhere the name means another. */
const verbatimIn: Readonly<Record<string, readonly string[]>> = {
  body: ['invoke', 'message'],
  message: ['llm'],
  source: ['knowledge'],
};

const frameworkPrefixes: ReadonlySet<string> = new Set(['q', 'ui', 'qg', 'qt', 'qtest', 'test']);

/** Whether white space before and after an element is no part of what is drawn. */
export function isBlock({ tag: { name } }: Element): boolean {
  if (frameworkPrefixes.has(prefixOf(name)) || blocks.has(name.toLowerCase())) return true;
  return foreignElements.has(name) && !drawnText.has(name);
}

/** Whether white space at the edges of what an element holds is no part of what is drawn. */
export function hasLooseEdges(element: Element): boolean {
  const { name } = element.tag;
  return isBlock(element) || frames.has(name) || /^[A-Z]/.test(name);
}

/** Whether nothing in an element may be laid out otherwise. */
export function isPreformatted({ tag: { name } }: Element): boolean {
  return preformatted.has(localOf(name).toLowerCase()) || rawNameOf(name) !== null;
}

/** Whether an element holds CSS and nothing else. */
export function isStyle({ tag, children, isBalanced }: Element): boolean {
  const [body] = children;
  if (rawNameOf(tag.name) !== 'style' || children.length !== 1 || !isBalanced) return false;
  return body?.kind === 'raw' && body.problems.length === 0 && tag.problems.length === 0;
}

/** Whether an element holds JavaScript and nothing else. */
export function isScript(element: Element): boolean {
  const { tag, children, isBalanced } = element;
  const [body] = children;
  if (rawNameOf(tag.name) !== 'script' || children.length !== 1 || !isBalanced) return false;
  const type = attributeOf(tag, 'type')?.value ?? '';
  if (!/^(?:|module|text\/javascript|application\/javascript)$/i.test(type)) return false;
  return body?.kind === 'raw' && body.problems.length === 0 && tag.problems.length === 0;
}

/** Whether even blank text right in the element is something to the framework. */
export function keepsBlankText({ tag: { name }, parent }: Element): boolean {
  const local = localOf(name);
  if (verbatim.has(local)) return true;
  return parent !== null && verbatimIn[local]?.includes(localOf(parent.tag.name)) === true;
}

/** Whether the framework drops the white space around the text in an element: it does for SQL. */
export function stripsText({ tag: { name } }: Element): boolean {
  return name === 'q:query' || name === 'query';
}

/** Whether an element is an `else`: what follows one is joined to what stands before it. */
export function isBranch({ tag: { name } }: Element): boolean {
  const local = localOf(name);
  return local === 'else' || local === 'elseif';
}
