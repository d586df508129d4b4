import * as l10n from '@vscode/l10n';
import type { PreviewComponent, PreviewError, PreviewSession } from '../../src/protocol/preview.js';
import type { PreviewDrawing, PreviewSubject, PreviewView } from '../../src/protocol/webviews.js';
import type { ColorScheme } from '../previewFrame/colorScheme.js';
import { element } from '../shared/dom.js';
import { jsonObject } from '../shared/jsonObject.js';
import { button, icon, notice } from '../shared/ui.js';
import { componentForm } from './componentForm.js';
import { factsOf } from './facts.js';

export interface LayoutActions {
  look(view: PreviewView): void;
  again(reset: boolean): void;
  allowServers(): void;
  openError(): void;
  pick(on: boolean): void;
  prefer(scheme: ColorScheme): void;
  alone(): void;
  copyCall(): void;
}

/** Where what broke is mended: in a file, or in what the component is given. */
export type Mended = 'file' | 'content' | 'props';

/** The parts of the preview that change. */
export interface Layout {
  readonly frame: HTMLIFrameElement;
  setView(view: PreviewView): void;
  setSubject(subject: PreviewSubject): void;
  setComponent(component: PreviewComponent): void;
  setLayouts(layouts: readonly string[]): void;
  /** The component that can be shown alone; null for none. */
  setInPage(component: string | null): void;
  editContent(): void;
  setBusy(isBusy: boolean): void;
  /** The page is broken there; null: it is not. */
  setProblem(error: PreviewError | null, where?: Mended): void;
  setFailure(message: string, isServerDatabase: boolean): void;
  setFacts(drawing: PreviewDrawing): void;
  addLine(level: 'log' | 'info' | 'warn' | 'error', text: string): void;
  clearLines(): void;
  stopPicking(): void;
}

const widths = ['fit', '375', '768', '1280'] as const;
const zooms = ['50', '75', '100', '125', '150'] as const;

/** Makes the preview's page once; its parts are changed in place, so that nothing loses the focus. */
export function createLayout(root: HTMLElement, actions: LayoutActions): Layout {
  let view: PreviewView = { url: '/', session: {}, database: 'copy' };
  const look = (next: Partial<PreviewView>): void => {
    view = { ...view, ...next };
    actions.look(view);
  };
  const frame = element('iframe', {
    title: l10n.t('The page'),
    sandbox: 'allow-scripts allow-forms',
    referrerpolicy: 'no-referrer',
  }) as HTMLIFrameElement;
  const stage = element('div', { class: 'stage' }, [frame]);

  const addressField = input('address', l10n.t('Address'), (url) => look({ url }));
  const width = select('width', l10n.t('Width'), {
    fit: l10n.t('Fit'),
    375: l10n.t('Phone (375)'),
    768: l10n.t('Tablet (768)'),
    1280: l10n.t('Desktop (1280)'),
  });
  const zoom = select(
    'zoom',
    l10n.t('Zoom'),
    Object.fromEntries(zooms.map((one) => [one, `${one} %`])),
  );
  zoom.value = '100';
  const scheme = select('scheme', l10n.t('Appearance'), {
    system: l10n.t('As the system'),
    light: l10n.t('Light'),
    dark: l10n.t('Dark'),
  });
  scheme.addEventListener('change', () => actions.prefer(scheme.value as ColorScheme));
  const resize = (): void => {
    const chosen = widths.find((one) => one === width.value) ?? 'fit';
    stage.dataset['width'] = chosen;
    stage.dataset['zoom'] = zoom.value;
  };
  width.addEventListener('change', resize);
  zoom.addEventListener('change', resize);
  resize();

  const pick = toggle('pick', 'inspect', l10n.t('Pick an element: a click opens its tag'), (on) =>
    actions.pick(on),
  );
  const side = element('aside', { class: 'side', id: 'side', hidden: '' });
  const options = toggle('options', 'settings', l10n.t('Who looks, and at which data'), (on) => {
    side.hidden = !on;
  });
  const busy = element('span', { class: 'busy codicon codicon-loading', hidden: '' });
  busy.setAttribute('aria-hidden', 'true');
  const alone = iconButton('alone', 'symbol-class', l10n.t('Show the component alone'), () =>
    actions.alone(),
  );
  alone.hidden = true;
  const form = componentForm({ change: look, copyCall: () => actions.copyCall() });
  const openSide = (): void => {
    if (side.hidden) options.click();
  };
  /** Whether the side panel stands open for a component, and not because a person opened it. */
  let isOpenForForm = false;
  const toolbar = element('div', { class: 'toolbar', role: 'toolbar' }, [
    iconButton('again', 'refresh', l10n.t('Draw again'), () => actions.again(false)),
    addressField,
    busy,
    width,
    zoom,
    scheme,
    pick,
    alone,
    options,
  ]);
  toolbar.setAttribute('aria-label', l10n.t('Preview'));

  const problem = element('div', { class: 'problem', hidden: '' });
  const facts = element('div', { class: 'facts' });
  const lines = element('ul', { class: 'lines' });
  const bottom = element('details', { class: 'bottom' }, [
    element('summary', {}, [l10n.t('What happened')]),
    facts,
    lines,
  ]);
  side.append(form.element);
  const fields = sideFields(side, {
    change: look,
    reset: () => actions.again(true),
  });
  root.replaceChildren(
    toolbar,
    element('div', { class: 'middle' }, [
      element('div', { class: 'shown' }, [problem, stage]),
      side,
    ]),
    bottom,
  );

  const showProblem = (content: HTMLElement | null): void => {
    problem.replaceChildren(...(content ? [content] : []));
    problem.hidden = content === null;
  };
  return {
    frame,
    setView: (next) => {
      view = next;
      if (document.activeElement !== addressField) addressField.value = view.url;
      fields.show(view);
      form.setLayout(view.layout ?? '');
    },
    setSubject: ({ kind, name }) => {
      const isComponent = kind === 'component';
      if (!isComponent) {
        form.show(null);
        if (isOpenForForm && !side.hidden) options.click();
        isOpenForForm = false;
      }
      frame.title = isComponent ? l10n.t('The component {0}', name) : l10n.t('The page');
      const address = isComponent ? l10n.t('Address of the page it is in') : l10n.t('Address');
      describe(addressField, address);
      describe(
        options,
        isComponent
          ? l10n.t('What it is given, who looks, and at which data')
          : l10n.t('Who looks, and at which data'),
      );
    },
    setComponent: (component) => {
      // Once, when it comes: a person who closes the panel wants it closed.
      if (form.element.hidden && side.hidden) {
        openSide();
        isOpenForForm = true;
      }
      form.show(component);
    },
    setLayouts: (layouts) => form.setLayouts(layouts),
    setInPage: (component) => {
      alone.hidden = component === null;
      if (component !== null) describe(alone, l10n.t('Show {0} alone', component));
    },
    editContent: () => {
      openSide();
      form.focus('content');
    },
    setBusy: (isBusy) => {
      busy.hidden = !isBusy;
      root.setAttribute('aria-busy', String(isBusy));
    },
    setProblem: (error, where = 'file') => {
      if (error === null) {
        showProblem(null);
        return;
      }
      const open = button({
        id: 'open-error',
        label: where === 'file' ? l10n.t('Open in Editor') : l10n.t('Change What It Is Given'),
        icon: where === 'file' ? 'go-to-file' : 'edit',
        primary: true,
        onPress: () => {
          if (where === 'file') actions.openError();
          else {
            openSide();
            form.focus(where);
          }
        },
      });
      showProblem(
        element('div', {}, [
          notice('error', error.message, error.filePath === null ? [] : [open]),
          element('p', { class: 'path' }, [placeOf(error, where)]),
        ]),
      );
    },
    setFailure: (message, isServerDatabase) => {
      const allow = button({
        id: 'allow-servers',
        label: l10n.t('Run Its Queries There'),
        icon: 'database',
        onPress: () => actions.allowServers(),
      });
      showProblem(notice('warning', message, isServerDatabase ? [allow] : []));
    },
    setFacts: (drawing) => {
      facts.replaceChildren(factsOf(drawing));
      const troubles = drawing.unresolved.length;
      bottom.classList.toggle('has-troubles', troubles > 0);
      if (troubles > 0) bottom.setAttribute('open', '');
    },
    addLine: (level, text) => {
      if (lines.children.length >= 500) lines.firstElementChild?.remove();
      const shown = level === 'error' || level === 'warn';
      const look = level === 'warn' ? 'warning' : 'error';
      lines.append(element('li', { class: level }, [shown ? icon(look) : null, text]));
    },
    clearLines: () => lines.replaceChildren(),
    stopPicking: () => {
      if (pick.getAttribute('aria-pressed') === 'true') pick.click();
    },
  };
}

function placeOf({ filePath, line, column }: PreviewError, where: Mended): string {
  if (filePath === null || where === 'props') return '';
  const place = where === 'content' ? l10n.t('Content of the slot') : filePath;
  return [place, line, column === null ? null : column + 1].filter((one) => one !== null).join(':');
}

function describe(control: HTMLElement, label: string): void {
  control.setAttribute('aria-label', label);
  control.title = label;
}

interface SideActions {
  change(next: Partial<PreviewView>): void;
  reset(): void;
}

/** Who looks at the page and which data it has. */
function sideFields(side: HTMLElement, actions: SideActions): { show(view: PreviewView): void } {
  let current: PreviewSession = {};
  const change = (next: PreviewSession): void => {
    current = next;
    actions.change({ session: current });
  };
  const user = input('user', l10n.t('User'), (text) => change(withText(current, 'user', text)));
  const role = input('role', l10n.t('Role'), (text) => change(withText(current, 'role', text)));
  const identity = input('id', l10n.t('User id'), (text) => change(withText(current, 'id', text)));
  const wrong = element('p', { class: 'wrong', role: 'alert' });
  const session = element('textarea', {
    id: 'session',
    rows: '5',
    spellcheck: 'false',
  }) as HTMLTextAreaElement;
  session.addEventListener('change', () => {
    const values = jsonObject(session.value);
    wrong.textContent = values === null ? l10n.t('This is no JSON object.') : '';
    if (values !== null) change({ ...current, values });
  });
  const database = select('database', l10n.t('Database'), {
    copy: l10n.t('A copy of the file'),
    fresh: l10n.t('Migrated from nothing'),
  });
  database.addEventListener('change', () =>
    actions.change({ database: database.value === 'fresh' ? 'fresh' : 'copy' }),
  );
  side.append(
    element('h2', {}, [icon('account'), l10n.t('Who looks')]),
    labelled(l10n.t('User'), user),
    labelled(l10n.t('Role'), role),
    labelled(l10n.t('User id'), identity),
    labelled(l10n.t('Session (JSON)'), session),
    wrong,
    element('h2', {}, [icon('database'), l10n.t('Data')]),
    labelled(l10n.t('Database'), database),
    element('p', { class: 'muted' }, [
      l10n.t('Nothing here touches the database of the application.'),
    ]),
    button({
      id: 'reset',
      label: l10n.t('Begin Anew'),
      icon: 'discard',
      onPress: () => actions.reset(),
    }),
  );
  return {
    show: (view) => {
      current = view.session;
      setUnlessFocused(user, current.user ?? '');
      setUnlessFocused(role, current.role ?? '');
      setUnlessFocused(identity, current.id ?? '');
      const values = current.values ?? {};
      setUnlessFocused(
        session,
        Object.keys(values).length === 0 ? '' : JSON.stringify(values, null, 2),
      );
      database.value = view.database;
    },
  };
}

function withText(
  session: PreviewSession,
  name: 'user' | 'role' | 'id',
  text: string,
): PreviewSession {
  const kept = Object.entries(session).filter(([key]) => key !== name);
  return Object.fromEntries(text === '' ? kept : [...kept, [name, text]]);
}

function setUnlessFocused(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (document.activeElement !== field) field.value = value;
}

function labelled(label: string, field: HTMLElement): HTMLElement {
  return element('label', { class: 'field' }, [element('span', {}, [label]), field]);
}

function input(id: string, label: string, change: (value: string) => void): HTMLInputElement {
  const made = element('input', { id, type: 'text', 'aria-label': label, spellcheck: 'false' });
  made.addEventListener('change', () => change((made as HTMLInputElement).value.trim()));
  return made as HTMLInputElement;
}

function select(
  id: string,
  label: string,
  choices: Readonly<Record<string, string>>,
): HTMLSelectElement {
  const options = Object.entries(choices).map(([value, text]) =>
    element('option', { value }, [text]),
  );
  options.sort(
    (a, b) => Number(b.getAttribute('value') === 'fit') - Number(a.getAttribute('value') === 'fit'),
  );
  return element('select', { id, 'aria-label': label, title: label }, options) as HTMLSelectElement;
}

function iconButton(id: string, look: string, label: string, press: () => void): HTMLElement {
  const made = element('button', { id, class: 'icon', 'aria-label': label, title: label }, [
    icon(look),
  ]);
  made.addEventListener('click', press);
  return made;
}

function toggle(
  id: string,
  look: string,
  label: string,
  change: (on: boolean) => void,
): HTMLElement {
  const made = iconButton(id, look, label, () => {
    const on = made.getAttribute('aria-pressed') !== 'true';
    made.setAttribute('aria-pressed', String(on));
    change(on);
  });
  made.setAttribute('aria-pressed', 'false');
  return made;
}
