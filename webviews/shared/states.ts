import * as l10n from '@vscode/l10n';
import { element, type Part } from './dom.js';
import type { PageContext } from './page.js';
import { button, notice } from './ui.js';

/** All of a page whose subject is there no more. */
export function gonePart(text: string, { announce }: Pick<PageContext<never>, 'announce'>): Part {
  announce(text);
  return { id: 'gone', data: text, draw: () => element('p', { class: 'muted' }, [text]) };
}

/** All of a page that could not be read: why, and another try. */
export function failedPart(
  message: string,
  { announce }: Pick<PageContext<never>, 'announce'>,
  retry: () => void,
): Part {
  announce(message);
  const again = button({
    id: 'retry',
    label: l10n.t('Try Again'),
    icon: 'refresh',
    primary: true,
    onPress: retry,
  });
  return { id: 'failed', data: message, draw: () => notice('error', message, [again]) };
}
