import './preview.css';
import * as l10n from '@vscode/l10n';
import type {
  FromPreviewPage,
  PreviewDrawing,
  PreviewSubject,
  PreviewView,
  ToPreviewPage,
} from '../../src/protocol/webviews.js';
import type { ColorScheme } from '../previewFrame/colorScheme.js';
import { startPage, type PageContext } from '../shared/page.js';
import { readFromFrame, type FromFrame, type ToFrame } from './frameMessages.js';
import { createLayout, type Layout } from './layout.js';
import {
  Assets,
  documentOf,
  selfContained,
  wantedAssets,
  withFrameScript,
} from './shownDocument.js';

type Context = PageContext<FromPreviewPage>;

const assets = new Assets();
/** VS Code has scripts of its own in the page; the page's module carries the nonce of the policy. */
const nonce = document.querySelector<HTMLScriptElement>('script[type="module"]')?.nonce ?? '';
let layout: Layout | undefined;
let view: PreviewView = { url: '/', session: {}, database: 'copy' };
let subject: PreviewSubject = { kind: 'page', name: '', uri: '' };
let frameScript = '';
let drawing: PreviewDrawing | undefined;
/** The document in the frame: its number, what it is at which address, whether its script listens and what it was told last. */
let frame: { load: number; key: string; listens: boolean; html: string } | undefined;
let loads = 0;
let outlined: readonly string[] = [];
let scheme: ColorScheme = 'system';

startPage<{ hears: ToPreviewPage; says: FromPreviewPage }>((message, context) => {
  const shown = (layout ??= start(context));
  switch (message.type) {
    case 'frame':
      frameScript = message.script;
      break;
    case 'view':
      ({ view, subject } = message);
      shown.setSubject(subject);
      shown.setView(view);
      break;
    case 'component':
      shown.setComponent(message.component);
      break;
    case 'layouts':
      shown.setLayouts(message.layouts);
      break;
    case 'drawsInPage':
      shown.setInPage(message.component);
      break;
    case 'drawing':
      shown.setBusy(true);
      break;
    case 'page':
      drawing = message.page;
      shown.setBusy(false);
      shown.setProblem(null);
      shown.setFacts(drawing);
      draw(context, shown);
      break;
    case 'broken':
      shown.setBusy(false);
      shown.setProblem(message.error, message.where);
      context.announce(message.error.message);
      break;
    case 'failed':
      shown.setBusy(false);
      shown.setFailure(message.message, message.isServerDatabase);
      context.announce(message.message);
      break;
    case 'nothing':
      shown.setBusy(false);
      shown.setFailure(
        l10n.t('Open a page of a Quantum project: it is shown here while you write it.'),
        false,
      );
      break;
    case 'assets':
      assets.add(message.assets);
      draw(context, shown);
      break;
    case 'stale':
      assets.clear();
      break;
    case 'outline':
      outlined = message.at;
      tell({ type: 'outline', at: outlined });
      break;
    case 'editContent':
      shown.editContent();
      break;
    default:
      message satisfies never;
  }
});

function start(context: Context): Layout {
  const made = createLayout(context.root, {
    look: (next) => {
      view = next;
      context.send({ type: 'look', view });
    },
    again: (reset) => {
      frame = undefined;
      context.send({ type: 'again', reset });
    },
    allowServers: () => context.send({ type: 'allowServers' }),
    openError: () => context.send({ type: 'openError' }),
    alone: () => context.send({ type: 'alone' }),
    copyCall: () => context.send({ type: 'copyCall' }),
    pick: (on) => tell({ type: 'pick', on }),
    prefer: (next) => {
      scheme = next;
      tell({ type: 'scheme', scheme });
    },
  });
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== made.frame.contentWindow) return;
    const said = readFromFrame(data);
    if (said) hear(said, context, made);
  });
  return made;
}

function hear(said: FromFrame, context: Context, shown: Layout): void {
  switch (said.type) {
    case 'ready':
      // A document that was replaced meanwhile may still say that it is there.
      if (frame?.load !== said.load) break;
      frame.listens = true;
      tell({ type: 'scheme', scheme });
      draw(context, shown);
      break;
    case 'navigate': {
      if (subject.kind === 'component') {
        shown.addLine('info', l10n.t('A component alone leads nowhere: {0}', said.href));
        break;
      }
      const url = addressOf(said.href);
      if (url === null) shown.addLine('warn', l10n.t('Not opened in the preview: {0}', said.href));
      else {
        view = { ...view, url };
        shown.setView(view);
        context.send({ type: 'look', view });
      }
      break;
    }
    case 'submit': {
      if (subject.kind === 'component') {
        const fields = said.fields.map(({ name, value }) =>
          typeof value === 'string' ? `${name}=${value}` : name,
        );
        const what = [said.method, said.action, ...fields].filter((one) => one !== '').join(' ');
        shown.addLine('info', l10n.t('A component alone sends nothing: {0}', what));
        break;
      }
      const url = addressOf(said.action === '' ? view.url : said.action);
      if (url === null) break;
      if (said.method === 'GET') {
        const query = new URLSearchParams();
        for (const { name, value } of said.fields)
          if (typeof value === 'string') query.append(name, value);
        view = { ...view, url: `${url.split('?')[0] ?? '/'}?${query}` };
        shown.setView(view);
        context.send({ type: 'look', view });
      } else context.send({ type: 'send', url, method: said.method, form: said.fields });
      break;
    }
    case 'pick':
      shown.stopPicking();
      context.send({ type: 'open', at: said.at });
      break;
    case 'console':
      shown.addLine(said.level, said.text);
      break;
    case 'blocked':
      shown.addLine('warn', l10n.t('Blocked by the preview: {0}', said.what));
      break;
    default:
      said satisfies never;
  }
}

/** The path in the application that a link of the shown page means; null for one that leads out of it. */
function addressOf(href: string): string | null {
  const base = new URL(view.url, 'http://application.invalid');
  if (!URL.canParse(href, base.href)) return null;
  const target = new URL(href, base);
  return target.origin === base.origin ? target.pathname + target.search : null;
}

function tell(message: ToFrame): void {
  if (frame?.listens === true) layout?.frame.contentWindow?.postMessage(message, '*');
}

/** Shows what was drawn last, once the files it needs are here. */
function draw(context: Context, shown: Layout): void {
  if (!drawing) return;
  const page = documentOf(drawing.html);
  const missing = wantedAssets(page, assets).filter((url) => !assets.has(url));
  if (missing.length > 0) {
    context.send({ type: 'fetch', urls: missing });
    return;
  }
  const html = selfContained(page, assets, nonce);
  const key = [subject.kind, subject.uri, view.url, view.layout ?? ''].join(' ');
  if (frame?.key === key) {
    // While it loads, nobody listens: what is drawn until then is told when it does.
    if (!frame.listens) return;
    if (frame.html !== html) tell({ type: 'page', html });
    frame.html = html;
    tell({ type: 'outline', at: outlined });
    return;
  }
  frame = { load: ++loads, key, listens: false, html };
  shown.clearLines();
  shown.frame.srcdoc = withFrameScript(html, frameScript, { nonce, load: loads });
}
