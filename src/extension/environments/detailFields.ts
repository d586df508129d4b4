import * as vscode from 'vscode';
import type { EnvironmentConfig } from '../../protocol/environments.js';

/** A detail of an environment that a person may say, and what it may be. */
export type DetailField = {
  readonly label: () => string;
  readonly hint: () => string;
} & (
  | { readonly kind: 'text'; readonly key: TextKey; readonly longest: number }
  | {
      readonly kind: 'number';
      readonly key: 'port' | 'healthTimeoutSeconds';
      readonly largest: number;
    }
  | { readonly kind: 'flag'; readonly key: 'autoDeploy' | 'requiresApproval' }
);

type TextKey =
  'displayName' | 'branch' | 'dockerHost' | 'dockerRegistry' | 'deployPath' | 'containerName';

/** Every detail, in the order in which it is shown. */
export const detailFields: readonly DetailField[] = [
  {
    ...{ kind: 'text', key: 'displayName', longest: 100 },
    label: () => vscode.l10n.t('Display name'),
    hint: () => vscode.l10n.t('As people call it'),
  },
  {
    ...{ kind: 'text', key: 'branch', longest: 250 },
    label: () => vscode.l10n.t('Branch'),
    hint: () => vscode.l10n.t('The branch of Git that runs there'),
  },
  {
    ...{ kind: 'number', key: 'port', largest: 65_535 },
    label: () => vscode.l10n.t('Port'),
    hint: () => vscode.l10n.t('Where the application listens there'),
  },
  {
    ...{ kind: 'text', key: 'dockerHost', longest: 255 },
    label: () => vscode.l10n.t('Docker host'),
    hint: () => vscode.l10n.t('Such as ssh://user@host or unix:///var/run/docker.sock'),
  },
  {
    ...{ kind: 'text', key: 'dockerRegistry', longest: 255 },
    label: () => vscode.l10n.t('Docker registry'),
    hint: () => vscode.l10n.t('Where images of it are kept'),
  },
  {
    ...{ kind: 'text', key: 'containerName', longest: 100 },
    label: () => vscode.l10n.t('Container name'),
    hint: () => vscode.l10n.t('Its container there'),
  },
  {
    ...{ kind: 'text', key: 'deployPath', longest: 512 },
    label: () => vscode.l10n.t('Deploy path'),
    hint: () => vscode.l10n.t('Its folder there'),
  },
  {
    ...{ kind: 'flag', key: 'autoDeploy' },
    label: () => vscode.l10n.t('Automatic deploy'),
    hint: () => vscode.l10n.t('Whether a push to the branch deploys it'),
  },
  {
    ...{ kind: 'flag', key: 'requiresApproval' },
    label: () => vscode.l10n.t('Approval'),
    hint: () => vscode.l10n.t('Whether somebody has to agree first'),
  },
  {
    ...{ kind: 'number', key: 'healthTimeoutSeconds', largest: 300 },
    label: () => vscode.l10n.t('Check timeout'),
    hint: () => vscode.l10n.t('How many seconds its URL has to answer'),
  },
];

/** The detail as it is shown; nothing where it is not said. */
export function shownDetail(config: EnvironmentConfig, { key }: DetailField): string {
  const value = config[key];
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? vscode.l10n.t('yes') : vscode.l10n.t('no');
  return String(value);
}

/** What is wrong with a detail as it is typed; nothing typed takes it away. */
export function detailProblem(field: DetailField, text: string): string | undefined {
  if (text === '') return undefined;
  if (field.kind === 'text')
    return text.length > field.longest
      ? vscode.l10n.t('{0} characters at most.', field.longest)
      : undefined;
  if (field.kind === 'flag') return undefined;
  const isNumber = /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= field.largest;
  return isNumber ? undefined : vscode.l10n.t('A number from 1 to {0}.', field.largest);
}
