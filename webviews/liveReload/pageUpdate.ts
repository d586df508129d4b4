import { Idiomorph } from 'idiomorph';
import { changeInPlace } from '../shared/changeInPlace.js';
import { hideProblem, isOverlay, showProblem, type Problem } from './overlay.js';
import { editedFields, fill, reload } from './pageState.js';

export interface PageUpdateOptions {
  /** The number of this page, and of the request that made it. */
  readonly page: string;
  readonly request: string;
  /** How the page was asked for. */
  readonly method: string;
  /** Addresses of ours. */
  readonly own: string;
}

/** A file that is being written is wrong for a moment: only what stays wrong is shown. */
const problemAfterMs = 150;

/** Brings a page to what the server would draw now. One update at a time; what comes meanwhile asks once more. */
export class PageUpdate {
  private isRunning = false;
  private isStale = false;
  private pending: ReturnType<typeof setTimeout> | undefined;
  /** The page as the server last drew it; null until it is asked for. */
  private drawn: string | null = null;

  constructor(private readonly options: PageUpdateOptions) {}

  ask(): void {
    this.isStale = true;
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.isStale) {
      this.isStale = false;
      clearTimeout(this.pending);
      await this.update().catch(() => undefined);
    }
    this.isRunning = false;
  }

  private async update(): Promise<void> {
    const { method, page } = this.options;
    // What a form was answered with cannot be asked for again.
    if (method !== 'GET') return;
    const headers = { accept: 'text/html', 'x-quantum-admin-page': page };
    const answer = await fetch(location.href, { headers, cache: 'no-store' });
    const text = await answer.text();
    if (this.isStale) return;
    const problem = answer.headers.get('x-quantum-admin-error');
    if (problem !== null) {
      const told = JSON.parse(decodeURIComponent(problem)) as Problem;
      this.pending = setTimeout(() => showProblem(this.options.own, told), problemAfterMs);
      return;
    }
    const isPage = answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');
    if (!isPage || answer.redirected) {
      reload();
      return;
    }
    hideProblem();
    const before = await this.before();
    if (text === before) return;
    if (before === null || !swap(before, text)) {
      reload();
      return;
    }
    this.drawn = text;
  }

  private async before(): Promise<string | null> {
    if (this.drawn !== null) return this.drawn;
    const { own, request } = this.options;
    const answer = await fetch(`${own}page?request=${request}`);
    return answer.ok ? answer.text() : null;
  }
}

/** Swaps what is otherwise. False where the page does not allow it: its own scripts made it what it is. */
function swap(before: string, after: string): boolean {
  const old = parsed(before);
  const fresh = parsed(after);
  if (scriptsOf(old) !== scriptsOf(fresh) || !isAsDrawn(old)) return false;
  const hasScripts = [...fresh.scripts].some(isOfTheApplication);
  const added: Element[] = [];
  const isChanged = changeInPlace(document.documentElement, fresh.documentElement, {
    isOurs: (node) => node instanceof Element && (isOverlay(node) || isIndicatorStyle(node)),
    keepsAttribute: (element, name) => name === 'open' && isOpenable(element),
    onAdded: (element) => added.push(element),
  });
  if (!isChanged) morph(fresh, added);
  // Scripts that ran at the start know nothing of new elements.
  if (added.length > 0 && hasScripts) return false;
  const { htmx } = window as { htmx?: { process(element: Element): void } };
  htmx?.process(document.body);
  return true;
}

function morph(fresh: Document, added: Element[]): void {
  const edited = editedFields();
  void Idiomorph.morph(document.documentElement, fresh.documentElement, {
    head: { style: 'morph', shouldPreserve: isIndicatorStyle },
    callbacks: {
      beforeNodeRemoved: (node) => !isOverlay(node),
      beforeAttributeUpdated: (name, element) => name !== 'open' || !isOpenable(element),
      afterNodeAdded: (node) => {
        if (node instanceof Element) added.push(node);
      },
    },
  });
  fill(edited);
}

function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function scriptsOf(page: Document): string {
  return [...page.scripts].map((script) => script.outerHTML).join('\n');
}

function isOfTheApplication(script: HTMLScriptElement): boolean {
  const isCode =
    script.type === '' || script.type === 'module' || script.type.includes('javascript');
  return isCode && !/\bhtmx\b[^/]*\.js/.test(script.src);
}

/** Whether the page still is what the server drew: what scripts changed would be lost. */
function isAsDrawn(drawn: Document): boolean {
  const now = document.documentElement.cloneNode(true) as HTMLElement;
  for (const one of now.querySelectorAll('*')) {
    if (isOverlay(one) || isIndicatorStyle(one)) one.remove();
    else if (isOpenable(one)) one.removeAttribute('open');
  }
  for (const one of drawn.querySelectorAll('details, dialog')) one.removeAttribute('open');
  return now.outerHTML === drawn.documentElement.outerHTML;
}

function isOpenable(element: Element): boolean {
  return element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement;
}

/** htmx puts a style of its own into each page. */
function isIndicatorStyle(element: Element): boolean {
  return (
    element instanceof HTMLStyleElement && /\.htmx-indicator\{opacity:0/.test(element.textContent)
  );
}
