import { Idiomorph } from 'idiomorph';
import { changeInPlace } from '../shared/changeInPlace.js';
import type { FromFrame, ToFrame } from '../preview/frameMessages.js';
import { applyColorScheme, decided, type ColorScheme } from './colorScheme.js';

/**
 * Runs inside the shown page, in a frame of its own origin: it brings the page to what was drawn last and
 * says what a person does in it. Whatever it says, the page could say as well: nobody believes it.
 */
const say = (message: FromFrame): void => parent.postMessage(message, '*');
const attribute = 'data-quantum-at';
const outline = 'data-quantum-outlined';

const load = Number(document.currentScript?.dataset['load']);
let picks = false;
let scheme: ColorScheme = 'system';

function update(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html');
  for (const script of next.querySelectorAll('script')) script.remove();
  const isChanged = changeInPlace(document.documentElement, next.documentElement, {
    isOurs: isKept,
    keepsAttribute: (element, name) =>
      name === outline ||
      (name === 'class' && picks && element === document.documentElement) ||
      (name === 'open' && /^(?:details|dialog)$/.test(element.localName)),
  });
  if (!isChanged) morph(next);
  // Style sheets that came with it are of the system's colours.
  if (scheme !== 'system') applyColorScheme(scheme, schemeStyle);
}

function isKept(node: Node): boolean {
  return node instanceof HTMLScriptElement || node === style || node === schemeStyle;
}

function morph(next: Document): void {
  void Idiomorph.morph(document.documentElement, next.documentElement, {
    // Its own way with heads waits for files to load, and none does here.
    head: { style: 'none' },
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeRemoved: (node: Node) => !isKept(node),
    },
  });
}

const schemeStyle = document.createElement('style');
const style = document.createElement('style');
style.textContent = `[${outline}] { outline: 2px solid #3794ff !important; outline-offset: 1px !important; }
html.quantum-picks * { cursor: crosshair !important; }`;
document.head.append(style, schemeStyle);

const matchMedia = window.matchMedia.bind(window);
window.matchMedia = (query) => matchMedia(decided(query, scheme));

function showOutline(places: readonly string[]): void {
  for (const one of document.querySelectorAll(`[${outline}]`)) one.removeAttribute(outline);
  for (const place of places) {
    const found = document.querySelectorAll(`[${attribute}="${CSS.escape(place)}"]`);
    if (found.length === 0) continue;
    for (const one of found) one.setAttribute(outline, '');
    found[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
}

window.addEventListener('message', (event: MessageEvent<ToFrame>) => {
  if (event.source !== parent) return;
  const message = event.data;
  switch (message.type) {
    case 'page':
      update(message.html);
      break;
    case 'outline':
      showOutline(message.at);
      break;
    case 'scheme':
      ({ scheme } = message);
      applyColorScheme(scheme, schemeStyle);
      break;
    case 'pick':
      picks = message.on;
      document.documentElement.classList.toggle('quantum-picks', picks);
      break;
    default:
      message satisfies never;
  }
});

document.addEventListener(
  'click',
  (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (picks || event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      const at = target.closest(`[${attribute}]`)?.getAttribute(attribute);
      if (at !== null && at !== undefined) say({ type: 'pick', at });
      return;
    }
    const href = target.closest('a')?.getAttribute('href');
    if (href === null || href === undefined || href.startsWith('#')) return;
    event.preventDefault();
    say({ type: 'navigate', href });
  },
  true,
);

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    event.preventDefault();
    void send(form, event.submitter);
  },
  false,
);

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const fields = [];
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') fields.push({ name, value });
    else if (value.name !== '') {
      const bytes = new Uint8Array(await value.arrayBuffer());
      const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      fields.push({ name, value: { name: value.name, base64 } });
    }
  }
  const method = (submitter?.getAttribute('formmethod') ?? form.method).toUpperCase();
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  say({ type: 'submit', method, action, fields });
}

/** What scripts of the page say to the console is shown below the page, too. */
const heard: Record<'log' | 'info' | 'warn' | 'error', (...values: unknown[]) => void> =
  globalThis.console;
for (const level of ['log', 'info', 'warn', 'error'] as const) {
  const original = heard[level].bind(globalThis.console);
  heard[level] = (...values) => {
    original(...values);
    say({ type: 'console', level, text: values.map(String).join(' ').slice(0, 2000) });
  };
}
window.addEventListener('error', ({ message }) =>
  say({ type: 'console', level: 'error', text: message.slice(0, 2000) }),
);
document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
  say({ type: 'blocked', what: `${effectiveDirective}: ${blockedURI}`.slice(0, 500) }),
);
say({ type: 'ready', load });
