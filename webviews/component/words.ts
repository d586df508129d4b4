import * as l10n from '@vscode/l10n';
import type { ComponentFinding, ComponentStatus } from '../../src/protocol/components.js';

/** The state of a component, for a person. */
export function statusWord(status: ComponentStatus): string {
  switch (status) {
    case 'active':
      return l10n.t('active');
    case 'inactive':
      return l10n.t('nothing leads to it');
    case 'error':
      return l10n.t('the framework refuses it');
    case 'unknown':
      return l10n.t('it cannot be read');
  }
}

/** How bad a finding is, for a person. */
export function severityWord(severity: ComponentFinding['severity']): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error');
    case 'warning':
      return l10n.t('Warning');
    case 'information':
      return l10n.t('Information');
    case 'hint':
      return l10n.t('Hint');
  }
}
