import * as vscode from 'vscode';
import { nameProblem, typeNames } from '../../protocol/datasourceRules.js';
import type { AdoptableContainer } from '../../protocol/datasourceAdoption.js';
import type { Project } from '../../protocol/projects.js';
import { ask } from '../platform/ask.js';
import { Cancelled } from '../platform/reporter.js';
import { requireTrust } from '../platform/trust.js';
import { followWork, sayReady, type WorkDeps } from './followWork.js';
import { problemText } from './problemText.js';

/**
 * Connects a project to a database that runs in a container of somebody else, which stays as it is.
 * @throws Cancelled, the service's problem
 */
export async function adoptContainer(
  project: Project,
  taken: readonly string[],
  deps: WorkDeps,
): Promise<void> {
  requireTrust();
  const found = await deps.api.adoptable();
  if (found.length === 0)
    throw Object.assign(new Error(vscode.l10n.t('No running container looks like a database.')), {
      repair: vscode.l10n.t(
        'Start one that publishes its port, or give host and port in the New Datasource form.',
      ),
    });
  const title = vscode.l10n.t('Adopt a Container for "{0}"', project.name);
  const picked = await vscode.window.showQuickPick(found.map(adoptItem), {
    title,
    placeHolder: vscode.l10n.t(
      'Which one? It is connected to, never started or removed from here.',
    ),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) throw new Cancelled();
  const { container } = picked;
  const name = await ask({
    title,
    prompt: vscode.l10n.t('Its name in the project'),
    value: adoptedName(container.name),
    validateInput: (text) => {
      const problem = nameProblem(text, taken);
      return problem === undefined ? undefined : problemText(problem);
    },
  });
  const password = container.hasPassword ? '' : await askPassword(title, container);
  const body = { container: container.containerId, name };
  const begun = await deps.api.adopt(project.id, {
    ...body,
    ...(password === '' ? {} : { password }),
  });
  const made = await followWork(begun, deps);
  if (made !== null) void sayReady(made);
}

function askPassword(title: string, { username }: AdoptableContainer): Promise<string> {
  return ask({
    title,
    prompt:
      username === null
        ? vscode.l10n.t('Its password; nothing where it asks for none')
        : vscode.l10n.t('The password of "{0}"; nothing where it asks for none', username),
    password: true,
  });
}

/** What a person sees of a container: what it is, where, and whether it is connected to already. */
export function adoptItem(
  container: AdoptableContainer,
): vscode.QuickPickItem & { readonly container: AdoptableContainer } {
  const { name, type, host, port, image, databaseName, username, datasourceId } = container;
  const whose =
    username === null
      ? vscode.l10n.t('database {0}', databaseName)
      : vscode.l10n.t('database {0}, user {1}', databaseName, username);
  return {
    label: name,
    iconPath: new vscode.ThemeIcon('database'),
    description: `${typeNames[type]} · ${host}:${port}`,
    detail:
      datasourceId === null
        ? `${image} · ${whose}`
        : vscode.l10n.t('{0} · a datasource connects to it already', `${image} · ${whose}`),
    container,
  };
}

/** A container's name as a datasource may be called. */
export function adoptedName(container: string): string {
  return container.replaceAll(/[^\w.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
}
