import type { Browser, Page } from 'playwright-core';
import { until } from '../../scripts/lib/deadline.js';

/** What a page tells: its mark and the width of it, two frames after they changed. */
const teller = `(() => {
  let last = '';
  const look = () => {
    const mark = document.getElementById('mark');
    if (!mark) return;
    const now = mark.textContent.trim() + ' ' + mark.offsetWidth;
    if (now === last) return;
    last = now;
    requestAnimationFrame(() => requestAnimationFrame(() =>
      window.seen(now, performance.timeOrigin + performance.now())));
  };
  const frame = () => { look(); requestAnimationFrame(frame); };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  requestAnimationFrame(frame);
})()`;

/** A page, or a frame in it, that says when its element `mark` is on the screen otherwise. */
export class WatchedPage {
  private readonly seen = new Map<string, number>();

  private constructor(readonly page: Page) {}

  static async open(
    browser: Browser,
    load: (page: Page) => Promise<unknown>,
  ): Promise<WatchedPage> {
    const page = await browser.newPage();
    const watched = new WatchedPage(page);
    await page.exposeFunction('seen', (what: string, at: number) => watched.seen.set(what, at));
    await page.addInitScript(teller);
    await load(page);
    return watched;
  }

  async shows(wanted: string): Promise<void> {
    await until(`the page to show ${wanted}`, () => this.at(wanted) !== undefined, 10_000);
  }

  /** Milliseconds from before `change` until the page shows what is wanted. */
  async time(wanted: string, change: () => Promise<void>): Promise<number> {
    const begun = performance.timeOrigin + performance.now();
    await change();
    await this.shows(wanted);
    return (this.at(wanted) ?? Number.NaN) - begun;
  }

  /** When it was seen: `mark width`, or the mark with any width. */
  private at(wanted: string): number | undefined {
    if (wanted.includes(' ')) return this.seen.get(wanted);
    for (const [what, at] of this.seen) if (what.startsWith(`${wanted} `)) return at;
    return undefined;
  }
}
