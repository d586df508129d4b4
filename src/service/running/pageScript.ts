/** Addresses of ours under the application's. */
export const ownFolder = '/__quantum_admin/';
/** What the script sends along when it asks for its page again: its number. */
export const pageHeader = 'x-quantum-admin-page';
/** Names the request that made a page. */
export const requestHeader = 'x-quantum-admin-request';
/** What went wrong in the page, as JSON, percent-encoded. */
export const errorHeader = 'x-quantum-admin-error';

export interface PageFacts {
  /** The number of the request; '' where it is not known. */
  readonly request: string;
  readonly method: string;
  readonly error: unknown;
}

/** A whole page with our script in it; what is no whole page (a fragment for htmx) stays as it is. */
export function withScript(html: string, base: string, facts: PageFacts): string {
  if (!/<html[\s>]/i.test(html.slice(0, 4096))) return html;
  const data = JSON.stringify(facts).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const script = `<script type="module" src="${base}${ownFolder}client.js" data-page="${data}"></script>`;
  const at = html.toLowerCase().lastIndexOf('</body>');
  return at < 0 ? html + script : html.slice(0, at) + script + html.slice(at);
}

/** What a browser shows while no server answers; it loads itself again once one does. */
export function waitingPage(base: string, message: string, error: unknown): string {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Not running</title></head><body><p>${text}</p></body></html>`;
  return withScript(page, base, { request: '', method: 'GET', error });
}
