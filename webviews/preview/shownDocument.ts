/** Files of the application that pages ask for, by their address. */
export class Assets {
  private readonly known = new Map<string, { type: string; base64: string }>();

  add(assets: readonly { url: string; type: string; base64: string }[]): void {
    for (const { url, type, base64 } of assets) this.known.set(url, { type, base64 });
  }

  clear(): void {
    this.known.clear();
  }

  has(url: string): boolean {
    return this.known.has(url);
  }

  /** Null for a file that the application does not have. */
  textOf(url: string): string | null {
    const { base64, type } = this.known.get(url) ?? { base64: '', type: '' };
    if (type === '') return null;
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
  }

  dataOf(url: string): string | null {
    const { base64, type } = this.known.get(url) ?? { base64: '', type: '' };
    return type === '' ? null : `data:${type.replaceAll(/[\s"]/g, '')};base64,${base64}`;
  }
}

const inCss = /url\(\s*(["']?)(\/[^"')\s]+)\1\s*\)/g;
const isLocal = (url: string | null): url is string => url !== null && /^\/(?!\/)/.test(url);

/** A drawn page, as a document that nothing of is loaded or run. */
export function documentOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** What a page asks for from its own server. */
export function wantedAssets(page: Document, assets: Assets): string[] {
  const wanted = new Set<string>();
  for (const link of page.querySelectorAll('link[rel~="stylesheet"]')) {
    const url = link.getAttribute('href');
    if (!isLocal(url)) continue;
    wanted.add(url);
    for (const [, , file] of (assets.textOf(url) ?? '').matchAll(inCss)) if (file) wanted.add(file);
  }
  for (const one of page.querySelectorAll('img[src], script[src], source[src]')) {
    const url = one.getAttribute('src');
    if (isLocal(url)) wanted.add(url);
  }
  return [...wanted];
}

/** The page as one text that needs nothing from outside: its files are put into it, its scripts may run. */
export function selfContained(page: Document, assets: Assets, nonce: string): string {
  for (const one of page.querySelectorAll('meta[http-equiv], base')) one.remove();
  for (const link of page.querySelectorAll('link[rel~="stylesheet"]')) {
    const url = link.getAttribute('href');
    if (!isLocal(url)) continue;
    const style = page.createElement('style');
    style.media = link.getAttribute('media') ?? '';
    style.textContent = (assets.textOf(url) ?? '').replaceAll(
      inCss,
      (whole, _quote, file: string) => {
        const data = assets.dataOf(file);
        return data === null ? whole : `url("${data}")`;
      },
    );
    link.replaceWith(style);
  }
  for (const one of page.querySelectorAll('img[src], source[src]')) {
    const url = one.getAttribute('src');
    const data = isLocal(url) ? assets.dataOf(url) : null;
    if (data !== null) one.setAttribute('src', data);
  }
  for (const script of page.querySelectorAll('script')) {
    const url = script.getAttribute('src');
    if (isLocal(url)) {
      script.removeAttribute('src');
      script.textContent = assets.textOf(url) ?? '';
    }
    script.setAttribute('nonce', nonce);
  }
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML}`;
}

/** The page with the script of ours that updates it and tells what happens in it. */
export function withFrameScript(
  html: string,
  script: string,
  { nonce, load }: { readonly nonce: string; readonly load: number },
): string {
  const ours = `<script nonce="${nonce}" data-load="${load}">${script.replaceAll('</script', '<\\/script')}</script>`;
  const end = html.lastIndexOf('</body>');
  return end < 0 ? html + ours : html.slice(0, end) + ours + html.slice(end);
}
