import * as vscode from 'vscode';
import type { Environment } from '../../protocol/environments.js';
import { ask } from '../platform/ask.js';
import { Cancelled } from '../platform/reporter.js';
import { confirm } from './confirm.js';
import { detailFields, detailProblem, shownDetail, type DetailField } from './detailFields.js';
import { typeName } from './environmentItem.js';
import type { EnvironmentsApi } from './environmentsApi.js';
import { judgedName, judgedUrl } from './nameTexts.js';
import { askType } from './newEnvironment.js';

type UpdateApi = Pick<EnvironmentsApi, 'update'>;

/** Asks for another name. */
export async function rename(
  { id, name }: Environment,
  taken: readonly string[],
  api: UpdateApi,
): Promise<void> {
  const chosen = await ask({
    title: vscode.l10n.t('Rename "{0}"', name),
    value: name,
    validateInput: judgedName(taken.filter((one) => one !== name)),
  });
  if (chosen !== name) await api.update(id, { name: chosen });
}

/** Asks for the address that says whether it is up. */
export async function setUrl({ id, name, url }: Environment, api: UpdateApi): Promise<Environment> {
  const chosen = await ask({
    title: vscode.l10n.t('The URL of "{0}"', name),
    prompt: vscode.l10n.t('What is asked to see whether it is up; nothing takes it away'),
    value: url ?? '',
    validateInput: judgedUrl,
  });
  return api.update(id, { url: chosen === '' ? null : chosen });
}

/** Shows what is known of an environment, asks for what a person chooses, and again until nothing is chosen. */
export async function editDetails(environment: Environment, api: UpdateApi): Promise<void> {
  const title = vscode.l10n.t('Details of "{0}"', environment.name);
  let now = environment;
  for (;;) {
    const picked = await vscode.window.showQuickPick(detailItems(now, api), {
      ...{ title, placeHolder: vscode.l10n.t('Change what? Escape when all is said.') },
      matchOnDescription: true,
    });
    if (!picked) return;
    // Backing out of a question leads back to the list.
    now = await picked.edit().catch((error: unknown) => {
      if (error instanceof Cancelled) return now;
      throw error;
    });
  }
}

interface DetailItem extends vscode.QuickPickItem {
  readonly edit: () => Promise<Environment>;
}

function detailItems(environment: Environment, api: UpdateApi): DetailItem[] {
  const { name, type, url, config, id } = environment;
  return [
    {
      ...{ label: vscode.l10n.t('Type'), description: typeName(type) },
      edit: async () => api.update(id, { type: await askType(name, type) }),
    },
    {
      ...{ label: vscode.l10n.t('URL'), description: url ?? '' },
      edit: () => setUrl(environment, api),
    },
    ...detailFields.map((field) => ({
      ...{ label: field.label(), description: shownDetail(config, field) },
      edit: () => editDetail(environment, field, api),
    })),
  ];
}

async function editDetail(
  { id, name, config }: Environment,
  field: DetailField,
  api: UpdateApi,
): Promise<Environment> {
  const title = vscode.l10n.t('{0} of "{1}"', field.label(), name);
  const value =
    field.kind === 'flag'
      ? await askFlag(title, field.hint())
      : await askText(title, field, config);
  // Of undefined nothing is sent, and the service keeps what is sent.
  return api.update(id, { config: { ...config, [field.key]: value } });
}

async function askText(
  title: string,
  field: Exclude<DetailField, { kind: 'flag' }>,
  config: Environment['config'],
): Promise<string | number | undefined> {
  const text = await ask({
    title,
    prompt: vscode.l10n.t('{0}; nothing takes it away', field.hint()),
    value: String(config[field.key] ?? ''),
    validateInput: (typed) => detailProblem(field, typed.trim()),
  });
  const said = text.trim();
  if (said === '') return undefined;
  return field.kind === 'number' ? Number(said) : said;
}

async function askFlag(title: string, placeHolder: string): Promise<boolean | undefined> {
  const items = [
    { label: vscode.l10n.t('Yes'), value: true },
    { label: vscode.l10n.t('No'), value: false },
    { label: vscode.l10n.t('Not said'), value: undefined },
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  if (!picked) throw new Cancelled();
  return picked.value;
}

/** One place up (-1) or down (1) in the order of promotion. */
export async function move(
  { id, position }: Environment,
  by: -1 | 1,
  api: UpdateApi,
): Promise<void> {
  await api.update(id, { position: position + by });
}

/** Deletes an environment with its variables, after a question that says so. */
export async function deleteEnvironment(
  { id, name, variables, inUse }: Environment,
  api: Pick<EnvironmentsApi, 'remove'>,
): Promise<void> {
  const consequences = [
    variables === 0
      ? vscode.l10n.t('It has no variables.')
      : vscode.l10n.t('Its variables go with it: {0}.', variables),
    ...(inUse
      ? [
          vscode.l10n.t(
            'It is in use: what is run here has the variables of the project alone then.',
          ),
        ]
      : []),
    vscode.l10n.t('What runs there is not touched.'),
  ];
  await confirm(
    vscode.l10n.t('Delete the environment "{0}"?', name),
    consequences.join(' '),
    vscode.l10n.t('Delete Environment'),
  );
  await api.remove(id);
}
