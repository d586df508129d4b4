import type { PreviewView } from '../../protocol/webviews.js';

/** How a page is looked at the first time. `route` may have places to fill in: `/product/[id]`. */
export function firstView(route: string): PreviewView {
  return { url: addressOf(route), session: {}, database: 'copy' };
}

/** An address that the route fits: its parameters are 1 until a person says otherwise. */
function addressOf(route: string): string {
  return route.replaceAll(/\[(?:\.\.\.)?\w+\]/g, '1');
}

/** What the page sent: only what a view may hold. */
export function readView(value: PreviewView): PreviewView {
  const url = /^\/(?!\/)/.test(value.url) ? value.url : `/${value.url.replace(/^\/+/, '')}`;
  return { url, session: value.session, database: value.database === 'fresh' ? 'fresh' : 'copy' };
}
