import { decodeAttribute } from '../expression/entities.js';
import type { Element } from '../syntax/element.js';
import { attributeOf, type Attribute } from '../syntax/token.js';
import type { SummaryLink } from './componentSummary.js';

const attributes: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  script: 'src',
  source: 'src',
  audio: 'src',
  video: 'src',
  iframe: 'src',
  embed: 'src',
  track: 'src',
  form: 'action',
  'ui:link': 'to',
  'ui:breadcrumb-item': 'to',
  'ui:image': 'src',
  'ui:avatar': 'src',
  'q:redirect': 'url',
  'q:component': 'login_url',
  'q:test': 'page',
  'test:visit': 'path',
  'test:expect': 'redirect',
};

/** The attribute of an element that names a page or file of the site; undefined when it has none. */
export function linkAttribute({ tag }: Element): Attribute | undefined {
  const name = Object.hasOwn(attributes, tag.name) ? attributes[tag.name] : undefined;
  if (name === undefined) return undefined;
  return attributeOf(tag, name) ?? (name === 'url' ? attributeOf(tag, 'to') : undefined);
}

/**
 * The link of an element into its own site, offsets counted from its `<`; null for another site, for what
 * is not told before it runs, and for addresses that depend on the page they stand on.
 */
export function linkOf(element: Element): SummaryLink | null {
  const attribute = linkAttribute(element);
  const raw = attribute?.value;
  if (!attribute || !raw || raw.charCodeAt(0) !== 47 || raw.charCodeAt(1) === 47) return null;
  const { tag } = element;
  const isPost = tag.name === 'form' && attributeOf(tag, 'method')?.value?.toLowerCase() === 'post';
  const { valueStart } = attribute;
  return {
    name: decodeAttribute(raw).text,
    start: valueStart,
    end: valueStart + raw.length,
    method: isPost ? 'post' : 'get',
  };
}

/** The path of a link, without what stands behind `?` and `#`; braces stay whole. */
export function pathOfLink(link: string): string {
  let depth = 0;
  for (let at = 0; at < link.length; at += 1) {
    const code = link.charCodeAt(at);
    if (code === 123) depth += 1;
    else if (code === 125) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (code === 63 || code === 35)) return link.slice(0, at);
  }
  return link;
}

/** What an address asks for: `%20` is a blank. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
