import * as l10n from '@vscode/l10n';
import type { InitPage, PageReady } from '../../src/protocol/webviews.js';
import { element } from './dom.js';

interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

export interface PageContext<From> {
  readonly root: HTMLElement;
  /** The editor's language, for dates. */
  readonly language: () => string;
  send(message: From): void;
  /** Says something to screen readers that only the eye would notice. */
  announce(text: string): void;
}

/** What a page hears and says. */
export interface Conversation {
  readonly hears: { readonly type: string };
  readonly says: object;
}

/**
 * Starts a page: says `ready`, takes the texts from the host's `init`, keeps the subject so that the panel
 * can be restored, and hands every other message to `onMessage`.
 */
export function startPage<Spoken extends Conversation>(
  onMessage: (message: Spoken['hears'], context: PageContext<Spoken['says']>) => void,
): void {
  const vscode = acquireVsCodeApi();
  const root = document.getElementById('page');
  if (root === null) throw new Error('The page has no <main id="page">.');
  const live = element('div', { role: 'status', 'aria-live': 'polite', class: 'visually-hidden' });
  document.body.append(live);
  let language = document.documentElement.lang;
  const context: PageContext<Spoken['says']> = {
    root,
    language: () => language,
    send: (message) => vscode.postMessage(message),
    announce: (text) => (live.textContent = text),
  };
  window.addEventListener('message', (event: MessageEvent<InitPage | Spoken['hears']>) => {
    // What a page shows in a frame is anybody's: it never speaks for the host.
    if (isFrame(event.source)) return;
    const { data } = event;
    if (isInit(data)) {
      l10n.config({ contents: data.texts });
      language = data.language;
      vscode.setState({ subject: data.subject });
    } else onMessage(data, context);
  });
  vscode.postMessage({ type: 'ready' } satisfies PageReady);
}

function isFrame(source: MessageEventSource | null): boolean {
  return [...document.querySelectorAll('iframe')].some((frame) => frame.contentWindow === source);
}

function isInit(message: { type: string }): message is InitPage {
  return message.type === 'init';
}
