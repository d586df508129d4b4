import * as vscode from 'vscode';
import { soundsSecret } from '../../protocol/environmentRules.js';
import type { EnvironmentVariable } from '../../protocol/environments.js';
import { ask } from '../platform/ask.js';
import { Cancelled } from '../platform/reporter.js';
import { confirm } from './confirm.js';
import type { EnvironmentsApi } from './environmentsApi.js';
import { placeName, type VariablesPlace } from './environmentTarget.js';
import { judgedKey, judgedValue } from './nameTexts.js';

type Update = Pick<EnvironmentsApi, 'updateVariable'>;

/** Asks for name, whether it is a secret, value and description. @throws Cancelled */
export async function addVariable(
  place: VariablesPlace,
  taken: readonly string[],
  api: Pick<EnvironmentsApi, 'addVariable'>,
): Promise<EnvironmentVariable> {
  const title = vscode.l10n.t('New variable: {0}', placeName(place));
  const key = await ask({
    ...{ title, prompt: vscode.l10n.t('Its name'), placeHolder: 'PAYMENT_URL' },
    validateInput: judgedKey(taken),
  });
  const isSecret = await askSecrecy(title, key);
  const value = await ask({
    ...{ title, prompt: vscode.l10n.t('The value of {0}', key), password: isSecret },
    ...{ ignoreFocusOut: true, validateInput: judgedValue },
  });
  const description = await ask({
    ...{ title, prompt: vscode.l10n.t('What it is for, if you want to say so') },
    validateInput: judgedDescription,
  });
  return api.addVariable(place.project.id, {
    ...{ key, value, isSecret, environmentId: place.environment?.id ?? null },
    description: description === '' ? null : description,
  });
}

/** What its name sounds like stands first. */
async function askSecrecy(title: string, key: string): Promise<boolean> {
  const plain = {
    ...{ label: vscode.l10n.t('Plain'), isSecret: false },
    ...{ detail: vscode.l10n.t('Its value is shown.'), iconPath: icon('symbol-variable') },
  };
  const secret = {
    ...{ label: vscode.l10n.t('Secret'), isSecret: true, iconPath: icon('lock') },
    detail: vscode.l10n.t('Its value is told on request, which is written down.'),
  };
  const items = soundsSecret(key) ? [secret, plain] : [plain, secret];
  const placeHolder = vscode.l10n.t('What is {0}?', key);
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  if (!picked) throw new Cancelled();
  return picked.isSecret;
}

const icon = (id: string): vscode.ThemeIcon => new vscode.ThemeIcon(id);

/** Asks for another value; the one of a secret is not shown. */
export async function editValue(variable: EnvironmentVariable, api: Update): Promise<void> {
  const { key, value, isSecret } = variable;
  if (value?.includes('\n') === true)
    throw new Error(
      vscode.l10n.t(
        'The value of {0} has several lines, which cannot be typed here. Write it into a .env file and import that.',
        key,
      ),
    );
  const typed = await ask({
    title: vscode.l10n.t('The value of {0}', key),
    ...(isSecret
      ? { prompt: vscode.l10n.t('The new value; the one it has is not shown'), password: true }
      : { value: value ?? '' }),
    ...{ ignoreFocusOut: true, validateInput: isSecret ? judgedSecret : judgedValue },
  });
  if (typed !== value) await api.updateVariable(variable, { value: typed });
}

/** Nothing typed is not another value where the one there is cannot be seen. */
const judgedSecret = (text: string): string | undefined =>
  text === '' ? vscode.l10n.t('This cannot be empty.') : judgedValue(text);

export async function editDescription(variable: EnvironmentVariable, api: Update): Promise<void> {
  const typed = await ask({
    title: vscode.l10n.t('Description of {0}', variable.key),
    prompt: vscode.l10n.t('What it is for; nothing takes it away'),
    value: variable.description ?? '',
    validateInput: judgedDescription,
  });
  await api.updateVariable(variable, { description: typed === '' ? null : typed });
}

const judgedDescription = (text: string): string | undefined =>
  text.length > 500 ? vscode.l10n.t('{0} characters at most.', 500) : undefined;

export async function renameVariable(
  variable: EnvironmentVariable,
  taken: readonly string[],
  api: Update,
): Promise<void> {
  const { key } = variable;
  const chosen = await ask({
    title: vscode.l10n.t('Rename "{0}"', key),
    value: key,
    validateInput: judgedKey(taken.filter((one) => one !== key)),
  });
  if (chosen !== key) await api.updateVariable(variable, { key: chosen });
}

export async function makeSecret(variable: EnvironmentVariable, api: Update): Promise<void> {
  await api.updateVariable(variable, { isSecret: true });
}

/** Its value is said anew: who may not see it cannot make it visible. */
export async function makePlain(variable: EnvironmentVariable, api: Update): Promise<void> {
  const value = await ask({
    title: vscode.l10n.t('{0} is no secret any more', variable.key),
    prompt: vscode.l10n.t('Its value, said anew; it is shown from now on'),
    ...{ ignoreFocusOut: true, validateInput: judgedValue },
  });
  await api.updateVariable(variable, { isSecret: false, value });
}

/** The value goes to the clipboard; that of a secret with a word that this is written down. */
export async function copyValue(
  variable: EnvironmentVariable,
  api: Pick<EnvironmentsApi, 'value'>,
): Promise<void> {
  const { key, isSecret } = variable;
  await vscode.env.clipboard.writeText(variable.value ?? (await api.value(variable)));
  void vscode.window.showInformationMessage(
    isSecret
      ? vscode.l10n.t('The value of {0} was copied. That you asked for it is written down.', key)
      : vscode.l10n.t('The value of {0} was copied.', key),
  );
}

export async function deleteVariable(
  variable: EnvironmentVariable,
  placeOf: string,
  api: Pick<EnvironmentsApi, 'removeVariable'>,
): Promise<void> {
  const { key } = variable;
  await confirm(
    vscode.l10n.t('Delete the variable "{0}"?', key),
    vscode.l10n.t('{0}: its value is kept nowhere else.', placeOf),
    vscode.l10n.t('Delete Variable'),
  );
  await api.removeVariable(variable);
}
