/** A problem of the page as a person sees it: over the last good page, with its place. */
export interface Problem {
  readonly message: string;
  readonly place: {
    readonly file: string;
    readonly line: number | null;
    readonly column: number | null;
  } | null;
}

const name = 'quantum-admin-problem';
let focusBefore: Element | null = null;

export function isOverlay(node: Node): boolean {
  return node instanceof Element && node.localName === name;
}

export function hideProblem(): void {
  const shown = document.querySelector(name);
  if (shown === null) return;
  const hadFocus = document.activeElement === shown;
  shown.remove();
  if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
}

/** `own`: where the addresses of ours begin. */
export function showProblem(own: string, problem: Problem): void {
  hideProblem();
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  root.append(style, panel(own, problem));
  focusBefore = document.activeElement;
  document.documentElement.append(host);
}

function panel(own: string, { message, place }: Problem): HTMLElement {
  const box = make('section', '', { role: 'alertdialog', 'aria-label': 'Problem on this page' });
  box.append(
    make('h1', place === null ? 'The application does not run' : 'This page has a problem'),
  );
  if (place !== null) {
    const at = [place.file, place.line, place.column === null ? null : place.column + 1];
    box.append(make('p', at.filter((one) => one !== null).join(':'), { class: 'place' }));
  }
  box.append(make('pre', message));
  const actions = make('footer', '');
  if (place !== null) {
    const open = make('button', 'Open in Editor');
    open.addEventListener('click', () => {
      const headers = { 'content-type': 'application/json' };
      void fetch(`${own}open`, { method: 'POST', headers, body: JSON.stringify(place) });
    });
    actions.append(open);
  }
  const close = make('button', 'Close', { class: 'secondary' });
  close.addEventListener('click', hideProblem);
  actions.append(close, make('span', 'It goes away when the file is saved without it.'));
  box.append(actions);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hideProblem();
  });
  return box;
}

function make(
  tag: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// The page's own styles do not reach in here; light and dark follow the person's system.
const styles = `
  :host { all: initial; color-scheme: light dark; }
  section {
    position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box;
    max-height: 60vh; overflow: auto; padding: 16px 24px 20px;
    font: 14px/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas;
    border-top: 4px solid light-dark(#b3261e, #f2756d); box-shadow: 0 -8px 32px rgb(0 0 0 / 0.35);
  }
  h1 { margin: 0 0 4px; font-size: 16px; color: light-dark(#b3261e, #f2968f); }
  .place, pre { font-family: ui-monospace, monospace; font-size: 13px; }
  .place { margin: 0 0 8px; font-weight: 600; }
  pre { margin: 0 0 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
  footer { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
  button {
    padding: 5px 12px; font: inherit; cursor: pointer; border-radius: 3px;
    border: 1px solid transparent; color: #fff; background: #005fb8;
  }
  button.secondary { color: CanvasText; background: transparent; border-color: GrayText; }
  button:focus-visible { outline: 2px solid light-dark(#005fb8, #4daafc); outline-offset: 2px; }
  span { opacity: 0.8; }
  @media (forced-colors: active) { button { border-color: ButtonText; } }
`;
