import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { longestValue } from '../../protocol/environmentRules.js';
import type { EnvironmentVariable } from '../../protocol/environments.js';
import { Cancelled } from '../platform/reporter.js';
import type { EnvironmentsApi } from './environmentsApi.js';
import { placeName, type VariablesPlace } from './environmentTarget.js';
import { planImport, type ImportedVariable, type ImportPlan } from './importPlan.js';
import { keyText } from './nameTexts.js';

type ImportApi = Pick<EnvironmentsApi, 'addVariable' | 'updateVariable'>;

/** No `.env` file that somebody wrote is larger. */
const largestFile = 1024 * 1024;

/**
 * Takes the variables of a `.env` file over. Whether it wins over what is there is asked once.
 * @throws Cancelled, the service's problem
 */
export async function importVariables(
  place: VariablesPlace,
  there: readonly EnvironmentVariable[],
  api: ImportApi,
): Promise<void> {
  const title = vscode.l10n.t('Import a .env file: {0}', placeName(place));
  const file = await whichFile(title, place.project.rootPath);
  const name = path.basename(file.fsPath);
  if ((await vscode.workspace.fs.stat(file)).size > largestFile)
    throw new Error(vscode.l10n.t('{0} is too large for a .env file.', name));
  const bytes = await vscode.workspace.fs.readFile(file);
  const plan = planImport(Buffer.from(bytes).toString('utf8'), there);
  const isOverwriting = plan.replaced.length > 0 && (await asksToOverwrite(name, place, plan));
  const replaced = isOverwriting ? plan.replaced : [];
  await vscode.window.withProgress({ location: { viewId: 'quantum.environments' } }, async () => {
    for (const one of plan.added) await add(one, place, api);
    for (const one of replaced) await replace(one, place, api);
  });
  const said = summary(name, plan, replaced.length);
  const tell =
    plan.left.length === 0
      ? vscode.window.showInformationMessage
      : vscode.window.showWarningMessage;
  void tell(said);
}

async function add(
  { key, value }: ImportedVariable,
  { project, environment }: VariablesPlace,
  api: ImportApi,
): Promise<void> {
  await api.addVariable(project.id, { key, value, environmentId: environment?.id ?? null });
}

async function replace(
  { key, value }: ImportedVariable,
  { project, environment }: VariablesPlace,
  api: ImportApi,
): Promise<void> {
  const place = { projectId: project.id, environmentId: environment?.id ?? null, key };
  await api.updateVariable(place, { value });
}

/** The files of that name in the project's folder; any other is chosen. */
async function whichFile(title: string, rootPath: string | null): Promise<vscode.Uri> {
  const folder = rootPath ?? undefined;
  const names = folder === undefined ? [] : await readdir(folder).catch(() => []);
  const found = names.filter((name) => /^\.env(\..+)?$/.test(name)).sort();
  if (folder !== undefined && found.length > 0) {
    const items: (vscode.QuickPickItem & { readonly file?: string })[] = found.map((file) => ({
      ...{ label: file, file, iconPath: new vscode.ThemeIcon('file') },
    }));
    const other = vscode.l10n.t('Choose a File…');
    const picked = await vscode.window.showQuickPick(
      [...items, { label: other, iconPath: new vscode.ThemeIcon('folder-opened') }],
      { title, placeHolder: vscode.l10n.t('Which file?') },
    );
    if (!picked) throw new Cancelled();
    if (picked.file !== undefined) return vscode.Uri.file(path.join(folder, picked.file));
  }
  const [chosen] =
    (await vscode.window.showOpenDialog({
      ...{ title, openLabel: vscode.l10n.t('Import') },
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.file(folder) }),
    })) ?? [];
  if (!chosen) throw new Cancelled();
  return chosen;
}

/** @throws Cancelled when nothing is to be imported at all */
async function asksToOverwrite(
  name: string,
  place: VariablesPlace,
  { added, replaced }: ImportPlan,
): Promise<boolean> {
  const overwrite = vscode.l10n.t('Overwrite');
  const keep = vscode.l10n.t('Keep What Is There');
  const question = vscode.l10n.t(
    'Variables of {0} that are there already: {1}',
    ...[name, replaced.length],
  );
  const detail = [
    listed(replaced.map(({ key }) => key)),
    vscode.l10n.t('{0}: variables that are added either way: {1}', placeName(place), added.length),
  ].join('\n\n');
  const options = { modal: true, detail };
  const chosen = await vscode.window.showWarningMessage(question, options, overwrite, keep);
  if (chosen === undefined) throw new Cancelled();
  return chosen === overwrite;
}

function summary(name: string, { added, same, replaced, left }: ImportPlan, won: number): string {
  if (added.length + same + replaced.length + left.length === 0)
    return vscode.l10n.t('There is no variable in {0}.', name);
  const said = [
    vscode.l10n.t('Variables added from {0}: {1}; overwritten: {2}.', ...[name, added.length, won]),
    ...(left.length === 0
      ? []
      : [
          vscode.l10n.t(
            'Left out: {0}',
            left.map(({ key, problem }) => `${key} (${leftText(problem)})`).join(' '),
          ),
        ]),
  ];
  return said.join(' ');
}

const leftText = (problem: ImportPlan['left'][number]['problem']): string =>
  problem === 'value'
    ? vscode.l10n.t('A value has {0} KiB at most.', longestValue / 1024)
    : keyText(problem);

const mostListed = 12;

function listed(keys: readonly string[]): string {
  const rest = keys.length - mostListed;
  const shown = keys.slice(0, mostListed).join(', ');
  return rest > 0 ? vscode.l10n.t('{0} and {1} more', shown, rest) : shown;
}
