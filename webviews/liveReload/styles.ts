/** Loads style sheets again in their place: the old one stays until the new one is there. */
export function swapStyles(base: string, paths: readonly string[]): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')) {
    const url = new URL(link.href);
    if (url.origin !== location.origin || !paths.includes(url.pathname.slice(base.length)))
      continue;
    const fresh = link.cloneNode() as HTMLLinkElement;
    const done = (): void => link.remove();
    fresh.addEventListener('load', done, { once: true });
    fresh.addEventListener('error', done, { once: true });
    link.after(fresh);
  }
}
