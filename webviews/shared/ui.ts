/**
 * The only file that knows which component libraries the pages use (docs/decisions/0004): the archived
 * toolkit for what it has, vscode-elements for what it lacks, and for the badge: the toolkit's has a style
 * attribute, which the page's policy refuses.
 */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDivider,
  vsCodeProgressRing,
} from '@vscode/webview-ui-toolkit';
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import { element, type Child } from './dom.js';

provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDivider(), vsCodeProgressRing());

export interface ButtonLook {
  /** Stays the same over redraws: the focus is kept by it. */
  readonly id: string;
  readonly label: string;
  readonly icon?: string;
  readonly primary?: boolean;
  /** For screen readers, where the label alone does not say on what the button acts. */
  readonly description?: string;
  readonly onPress: () => void;
}

export function button(look: ButtonLook): HTMLElement {
  const made = element('vscode-button', { id: look.id }, [
    look.icon === undefined ? null : icon(look.icon, 'start'),
    look.label,
  ]);
  made.setAttribute('appearance', look.primary === true ? 'primary' : 'secondary');
  if (look.description !== undefined) made.setAttribute('aria-label', look.description);
  made.addEventListener('click', look.onPress);
  return made;
}

/** Leads to another place: looks like a link, and is a button to the keyboard and to screen readers. */
export function link(id: string, label: string, onPress: () => void): HTMLElement {
  const made = element('button', { id, type: 'button', class: 'link' }, [label]);
  made.addEventListener('click', onPress);
  return made;
}

/** A codicon; decoration only, so it is hidden from screen readers. */
export function icon(name: string, slot?: string): HTMLElement {
  const made = element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
  if (slot !== undefined) made.slot = slot;
  return made;
}

export function badge(text: string): HTMLElement {
  return element('vscode-badge', {}, [text]);
}

export function divider(): HTMLElement {
  return element('vscode-divider', { role: 'presentation' });
}

/** Something is being waited for; `label` says what. */
export function waiting(label: string): HTMLElement {
  return element('div', { class: 'waiting' }, [
    element('vscode-progress-ring', { 'aria-hidden': 'true' }),
    element('span', {}, [label]),
  ]);
}

/** `fraction` from 0 to 1. */
export function progressBar(fraction: number, label: string): HTMLElement {
  const made = element('vscode-progress-bar', { 'aria-label': label });
  made.setAttribute('value', String(Math.round(fraction * 100)));
  made.setAttribute('max', '100');
  return made;
}

/** A box that says what is wrong, with the buttons that mend it. */
export function notice(
  kind: 'warning' | 'error',
  text: string,
  buttons: readonly HTMLElement[],
): HTMLElement {
  const children: Child[] = [icon(kind), element('p', {}, [text])];
  if (buttons.length > 0) children.push(element('div', { class: 'actions' }, buttons));
  return element('div', { class: `notice ${kind}`, role: 'group', 'aria-label': text }, children);
}
