import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ImportedThing, ImportReport } from '../../protocol/datasourceAdoption.js';
import { ask } from '../platform/ask.js';
import { Cancelled } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import type { DatasourcesApi } from './datasourcesApi.js';

const fileName = 'quantum_admin.db';

/**
 * Projects, environments and databases of an older Admin, from its database. What is there already stays as it is.
 * @throws Cancelled, the service's problem
 */
export async function importAdmin(
  api: Pick<DatasourcesApi, 'importAdmin'>,
  folders: readonly string[],
): Promise<void> {
  requireTrust();
  const title = vscode.l10n.t('Import from an Older Admin');
  const file = await whichDatabase(title, folders);
  const encryptionKey = await ask({
    title,
    prompt: vscode.l10n.t(
      'The QUANTUM_ENCRYPTION_KEY that Admin ran with; nothing where it had none',
    ),
    password: true,
  });
  const report = await api.importAdmin({
    path: file,
    ...(encryptionKey === '' ? {} : { encryptionKey }),
  });
  const show = vscode.l10n.t('Show Report');
  const said = summaryOf(report);
  const isWhole = isComplete(report);
  const tell = isWhole ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  if ((await tell(said, show)) !== show) return;
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: reportText(file, report),
    }),
  );
}

/** The databases that lie where Admins leave them; any other is chosen. */
async function whichDatabase(title: string, folders: readonly string[]): Promise<string> {
  const items: (vscode.QuickPickItem & { readonly file?: string })[] = [];
  for (const file of new Set(await placesOf(folders))) {
    const isFile = await stat(file)
      .then((found) => found.isFile())
      .catch(() => false);
    if (isFile)
      items.push({ label: fileName, description: path.dirname(file), iconPath: database, file });
  }
  if (items.length > 0) {
    const other = vscode.l10n.t('Choose a File…');
    const picked = await vscode.window.showQuickPick(
      [...items, { label: other, iconPath: new vscode.ThemeIcon('folder-opened') }],
      { title, placeHolder: vscode.l10n.t('Which database?'), matchOnDescription: true },
    );
    if (!picked) throw new Cancelled();
    if (picked.file !== undefined) return picked.file;
  }
  const [first] = folders;
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title,
      openLabel: vscode.l10n.t('Import'),
      filters: { [vscode.l10n.t('Database of an Admin')]: ['db'] },
      ...(first === undefined ? {} : { defaultUri: vscode.Uri.file(first) }),
    })) ?? [];
  if (!chosen) throw new Cancelled();
  return chosen.fsPath;
}

/** Quantum Admin 1.0 keeps its database beside the code; the framework's own admin in its package. */
async function placesOf(folders: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  for (const folder of [...folders, homedir()]) {
    const versions = await readdir(path.join(folder, '.venv', 'lib')).catch(() => []);
    const packages = [
      ...versions.map((version) => path.join(folder, '.venv', 'lib', version, 'site-packages')),
      path.join(folder, '.venv', 'Lib', 'site-packages'),
    ];
    const inside = [folder, ...packages].map((one) => path.join(one, 'quantum_admin'));
    places.push(
      ...[folder, path.join(folder, '.quantum-admin'), ...inside].map((one) =>
        path.join(one, fileName),
      ),
    );
  }
  return places;
}

const database = new vscode.ThemeIcon('database');
const made = (things: readonly ImportedThing[]): number =>
  things.filter(({ outcome }) => outcome === 'created').length;

/** Whether everything that Admin had is here now, with nothing left to enter. */
export const isComplete = ({ left, ...taken }: ImportReport): boolean =>
  left.length === 0 &&
  Object.values(taken).every((things) => things.every(({ reason }) => reason === null));

export function summaryOf(report: ImportReport): string {
  const { projects, environments, variables, datasources } = report;
  const places = [...environments, ...variables];
  const said = [
    vscode.l10n.t(
      'Imported: {0} of {1} projects, {2} of {3} datasources.',
      ...[made(projects), projects.length, made(datasources), datasources.length],
    ),
    ...(places.length === 0
      ? []
      : [
          vscode.l10n.t(
            '{0} of {1} environments, {2} of {3} variables.',
            ...[made(environments), environments.length, made(variables), variables.length],
          ),
        ]),
  ].join(' ');
  return isComplete(report) ? said : `${said} ${vscode.l10n.t('The report says what is missing.')}`;
}

/** The report as a page of Markdown; names are literal. */
export function reportText(file: string, report: ImportReport): string {
  const { projects, environments, variables, datasources, left } = report;
  const row = (thing: ImportedThing): string => {
    const { name, project, environment, outcome, changed, reason } = thing;
    const shown = [project, environment, name].filter((one) => one !== null).join(' / ');
    const remarks = [...(reason === null ? [] : [reason]), ...changed].join(' ');
    return `| ${literal(shown)} | ${outcomeName(outcome)} | ${literal(remarks)} |`;
  };
  const part = (title: string, things: readonly ImportedThing[]): string[] =>
    things.length === 0
      ? []
      : [
          ...[`## ${title}`, ''],
          `| ${vscode.l10n.t('Name')} | ${vscode.l10n.t('Outcome')} | ${vscode.l10n.t('Remark')} |`,
          ...['|---|---|---|', ...things.map(row), ''],
        ];
  const rest = left.flatMap(({ what, count, names, reason }) => [
    `- ${literal(what)}: ${count}. ${literal(reason)}`,
    ...names.map((name) => `  - ${literal(name)}`),
  ]);
  return [
    ...[`# ${vscode.l10n.t('Import from {0}', literal(file))}`, ''],
    ...part(vscode.l10n.t('Projects'), projects),
    ...part(vscode.l10n.t('Environments'), environments),
    ...part(vscode.l10n.t('Variables'), variables),
    ...part(vscode.l10n.t('Datasources'), datasources),
    ...(rest.length === 0 ? [] : [`## ${vscode.l10n.t('Not Taken Over')}`, '', ...rest, '']),
  ].join('\n');
}

function outcomeName(outcome: ImportedThing['outcome']): string {
  switch (outcome) {
    case 'created':
      return vscode.l10n.t('imported');
    case 'there':
      return vscode.l10n.t('was there, stays as it is');
    case 'skipped':
      return vscode.l10n.t('skipped');
  }
}

const literal = (text: string): string =>
  text.replaceAll(/[\\`*_|<>[\]#]/g, '\\$&').replaceAll(/\s+/g, ' ');
