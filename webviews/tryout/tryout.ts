import './tryout.css';
import * as l10n from '@vscode/l10n';
import type {
  TryOutAction,
  TryOutAnswer,
  TryOutEntry,
  TryOutForm,
  TryOutFunction,
} from '../../src/protocol/tryout.js';
import type {
  FromTryOutPage,
  ToTryOutPage,
  TryOutDraft,
  TryOutSending,
} from '../../src/protocol/webviews.js';
import {
  Assets,
  documentOf,
  selfContained,
  wantedAssets,
  withFrameScript,
} from '../preview/shownDocument.js';
import { element } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { button, notice } from '../shared/ui.js';
import { answerOf, type AnswerActions } from './answer.js';
import { callAnswer } from './callAnswer.js';
import { formView, type FormView } from './formView.js';
import { historyOf } from './history.js';
import { partsOf } from './sentFields.js';

type Context = PageContext<FromTryOutPage>;

/** VS Code has scripts of its own in the page; the page's module carries the nonce of the policy. */
const nonce = document.querySelector<HTMLScriptElement>('script[type="module"]')?.nonce ?? '';
const assets = new Assets();
const parts = {
  problem: element('div', { id: 'problem' }),
  heading: element('h1'),
  form: element('section', { class: 'form' }),
  answer: element('section', { class: 'answer' }),
  page: element('section', { class: 'page' }),
  history: element('div'),
};
let frameScript = '';
let form: TryOutForm | undefined;
let action: string | null = null;
let called: string | null = null;
let view: FormView | undefined;
let entries: readonly TryOutEntry[] = [];
let answer: TryOutAnswer | undefined;
let sent: TryOutSending | undefined;
let loads = 0;

startPage<{ hears: ToTryOutPage; says: FromTryOutPage }>((message, context) => {
  if (parts.form.parentElement === null) lay(context.root);
  switch (message.type) {
    case 'frame':
      frameScript = message.script;
      break;
    case 'form':
      ({ form, action, called } = message);
      drawForm(context, message.draft);
      break;
    case 'history':
      ({ entries } = message);
      drawHistory(context);
      break;
    case 'sending':
      parts.answer.setAttribute('aria-busy', 'true');
      break;
    case 'answer':
      ({ answer } = message);
      drawAnswer(context, answer);
      break;
    case 'assets':
      assets.add(message.assets);
      if (answer) drawPage(context, answer);
      break;
    case 'failed':
      fail(context, message);
      break;
    default:
      message satisfies never;
  }
});

function lay(root: HTMLElement): void {
  root.replaceChildren(
    parts.heading,
    parts.problem,
    element('div', { class: 'columns' }, [
      element('div', {}, [
        parts.form,
        element('details', { class: 'earlier' }, [
          element('summary', {}, [l10n.t('History')]),
          parts.history,
        ]),
      ]),
      element('div', {}, [parts.answer, parts.page]),
    ]),
  );
}

function drawForm(context: Context, draft: TryOutDraft | null): void {
  if (!form) return;
  const own = form.actions.find(({ name }) => name === action) ?? null;
  const ownFunction = form.functions.find(({ name }) => name === called) ?? null;
  parts.heading.textContent = ownFunction ? signatureOf(ownFunction) : requestLine(form, own);
  view = formView(form, ownFunction ?? own, {
    isCall: ownFunction !== null,
    changed: (changed) => context.send({ type: 'draft', draft: changed }),
    send: (sending) => {
      sent = sending;
      assets.clear();
      context.send({ type: 'send', sending });
    },
  });
  if (draft) view.fill(draft);
  parts.form.replaceChildren(view.element);
}

function requestLine({ path }: TryOutForm, own: TryOutAction | null): string {
  return own ? `${own.method} ${path} · ${own.name}` : `GET ${path}`;
}

function signatureOf({ name, params, returns }: TryOutFunction): string {
  const taken = params.map((param) => param.name).join(', ');
  return `${name}(${taken})${returns === 'any' ? '' : `: ${returns}`}`;
}

function drawHistory(context: Context): void {
  const own = entries.filter(
    (entry) =>
      entry.filePath === form?.filePath && entry.action === action && entry.function === called,
  );
  parts.history.replaceChildren(
    historyOf(own, context.language(), {
      take: (entry) => {
        if (!form) return;
        const draft = draftOf(form, entry);
        view?.fill(draft);
        view?.setErrors([]);
        context.send({ type: 'draft', draft });
        parts.form.querySelector<HTMLElement>('input, select, textarea')?.focus();
      },
      clear: () => context.send({ type: 'clearHistory' }),
    }),
  );
}

function draftOf({ path }: TryOutForm, { url, fields, session, target }: TryOutEntry): TryOutDraft {
  return {
    ...partsOf(path, url),
    values: Object.fromEntries(fields.map(({ name, value }) => [name, value ?? ''])),
    ...{ session: session ?? {}, target, database: 'copy' },
  };
}

function drawAnswer(context: Context, shown: TryOutAnswer): void {
  parts.problem.replaceChildren();
  parts.answer.removeAttribute('aria-busy');
  const actions: AnswerActions = {
    copyCurl: () => context.send({ type: 'copyCurl' }),
    saveTest: () => {
      if (sent) context.send({ type: 'saveTest', sending: sent });
    },
    openError: ({ filePath, line, column }) => {
      if (filePath !== null)
        context.send({ type: 'openError', filePath, line: line ?? 1, column: column ?? 0 });
    },
  };
  const came = called === null ? answerOf(shown, actions) : callAnswer(shown, actions);
  parts.answer.replaceChildren(element('h2', {}, [l10n.t('Answer')]), came);
  view?.setErrors(shown.fieldErrors);
  const [first] = shown.fieldErrors;
  context.announce(first ? l10n.t('{0}: {1}', first.name, first.message) : outcomeOf(shown));
  if (called === null) drawPage(context, shown);
}

/** For those who hear it. */
function outcomeOf({ call, steps }: TryOutAnswer): string {
  if (call?.error) return call.error.message;
  return call?.value?.text ?? l10n.t('Status {0}', steps[0]?.status ?? 0);
}

/** The page that came, in a frame that reaches nothing, once the files it needs are here. */
function drawPage(context: Context, { html }: TryOutAnswer): void {
  const shown = documentOf(html);
  const missing = wantedAssets(shown, assets).filter((url) => !assets.has(url));
  if (missing.length > 0) {
    context.send({ type: 'fetch', urls: missing, target: sent?.target ?? 'preview' });
    return;
  }
  const frame = element('iframe', {
    ...{ title: l10n.t('The page'), sandbox: 'allow-scripts allow-forms' },
    referrerpolicy: 'no-referrer',
  }) as HTMLIFrameElement;
  const text = selfContained(shown, assets, nonce);
  frame.srcdoc = withFrameScript(text, frameScript, { nonce, load: ++loads });
  parts.page.replaceChildren(element('h2', {}, [l10n.t('The page')]), frame);
}

function fail(
  context: Context,
  { message, isServerDatabase }: Extract<ToTryOutPage, { type: 'failed' }>,
): void {
  parts.answer.removeAttribute('aria-busy');
  const allow = button({
    ...{ id: 'allow-servers', label: l10n.t('Run Its Queries There'), icon: 'database' },
    onPress: () => context.send({ type: 'allowServers' }),
  });
  parts.problem.replaceChildren(notice('error', message, isServerDatabase ? [allow] : []));
  context.announce(message);
}
