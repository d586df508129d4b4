import './tests.css';
import * as l10n from '@vscode/l10n';
import type { FromTestsPage, ToTestsPage } from '../../src/protocol/testPanel.js';
import { show } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { failedPart, gonePart } from '../shared/states.js';
import { comparisonParts } from './comparison.js';
import { overviewParts } from './overview.js';
import { isLive, runParts, type RunMessage, type ShownRun } from './runView.js';
import { countsText, runStatusText } from './words.js';

type TestsContext = PageContext<FromTestsPage>;

let shown: ShownRun | null = null;

startPage<{ hears: ToTestsPage; says: FromTestsPage }>((message, context) => {
  const { root } = context;
  const language = context.language();
  const send = (wish: FromTestsPage): void => context.send(wish);
  switch (message.type) {
    case 'overview':
      shown = null;
      show(root, overviewParts(message, language, send));
      break;
    case 'run':
      takeRun(message, context);
      break;
    case 'comparison':
      shown = null;
      show(root, comparisonParts(message.comparison, language, send));
      break;
    case 'gone':
      show(root, [gonePart(l10n.t('This project is gone.'), context)]);
      break;
    case 'failed':
      show(root, [failedPart(message.message, context, () => send({ type: 'retry' }))]);
      break;
    default:
      message satisfies never;
  }
});

/** Puts what came to what there was, and says the end of a run to whoever does not see it. */
function takeRun(message: RunMessage, context: TestsContext): void {
  const { run } = message;
  const before = shown;
  const kept = message.fresh || before?.run.id !== run.id ? [] : before.results;
  shown = { ...message, results: [...kept, ...message.results] };
  const send = (wish: FromTestsPage): void => context.send(wish);
  show(context.root, runParts(shown, context.language(), send));
  if (before?.run.id === run.id && isLive(before.run) && !isLive(run)) {
    context.announce(`${runStatusText(run.status)}: ${countsText(run)}`);
  }
}
