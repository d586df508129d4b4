import type { PreviewView } from '../../protocol/webviews.js';

/** How something is looked at the first time. */
export function firstView(address: string): PreviewView {
  return { url: address, session: {}, database: 'copy' };
}

/** What the page sent: only what a view may hold. */
export function readView(value: PreviewView): PreviewView {
  const url = /^\/(?!\/)/.test(value.url) ? value.url : `/${value.url.replace(/^\/+/, '')}`;
  const database = value.database === 'fresh' ? 'fresh' : 'copy';
  const { props, slots, layout } = value;
  return {
    ...{ url, session: value.session, database },
    ...(props ? { props: textsOf(props) } : {}),
    ...(slots ? { slots: textsOf(slots) } : {}),
    ...(typeof layout === 'string' && layout !== '' ? { layout } : {}),
  };
}

function textsOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
