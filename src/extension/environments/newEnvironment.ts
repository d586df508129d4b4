import * as vscode from 'vscode';
import { typeOfName } from '../../protocol/environmentRules.js';
import type { Environment, EnvironmentType } from '../../protocol/environments.js';
import type { Project } from '../../protocol/projects.js';
import { ask } from '../platform/ask.js';
import { Cancelled } from '../platform/reporter.js';
import { typeName } from './environmentItem.js';
import type { EnvironmentsApi } from './environmentsApi.js';
import { judgedName, judgedUrl } from './nameTexts.js';

/** Asks for name, type and, where it is up somewhere, address. @throws Cancelled */
export async function newEnvironment(
  { id, name: projectName }: Project,
  taken: readonly string[],
  api: Pick<EnvironmentsApi, 'create'>,
): Promise<Environment> {
  const title = vscode.l10n.t('New environment of "{0}"', projectName);
  const name = await ask({
    ...{ title, prompt: vscode.l10n.t('Its name, such as staging') },
    validateInput: judgedName(taken),
  });
  const type = await askType(title, name);
  const url = await ask({
    title,
    prompt: vscode.l10n.t('The URL that says whether it is up; nothing where it has none yet'),
    placeHolder: 'https://staging.example.com/',
    validateInput: judgedUrl,
  });
  return api.create(id, { name, type, url: url === '' ? null : url });
}

const types: readonly EnvironmentType[] = ['dev', 'staging', 'prod'];

/** Asks what it is; what it is called, or that it is now, stands first. @throws Cancelled */
export async function askType(title: string, name: string): Promise<EnvironmentType> {
  const meant = typeOfName(name);
  const items = types
    .toSorted((a, b) => Number(b === meant) - Number(a === meant))
    .map((type) => ({ label: typeName(type), detail: typeDetail(type), type }));
  const picked = await vscode.window.showQuickPick(items, {
    ...{ title, placeHolder: vscode.l10n.t('What kind of environment?') },
  });
  if (!picked) throw new Cancelled();
  return picked.type;
}

function typeDetail(type: EnvironmentType): string {
  switch (type) {
    case 'dev':
      return vscode.l10n.t('Where it is worked on');
    case 'staging':
      return vscode.l10n.t('Where it is looked at before it goes out');
    case 'prod':
      return vscode.l10n.t(
        'Where people use it: its variables are given here only after a question',
      );
  }
}
