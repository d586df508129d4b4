import './datasource.css';
import * as l10n from '@vscode/l10n';
import type { FromDatasourcePage, ToDatasourcePage } from '../../src/protocol/webviews.js';
import { show, type Part } from '../shared/dom.js';
import { failedPart, gonePart } from '../shared/states.js';
import { startPage } from '../shared/page.js';
import { connectionFacts, happeningsOf, statisticFacts } from './facts.js';
import { headerOf, type DatasourceContext } from './header.js';
import { LogView } from './log.js';
import { UsageView } from './usage.js';

let log: LogView | undefined;
let usage: UsageView | undefined;
/** Asked for before there was a log to show. */
let wantsLog = false;

startPage<{ hears: ToDatasourcePage; says: FromDatasourcePage }>((message, context) => {
  // Made with the first message, when the page knows its language.
  log ??= new LogView((text) => context.send({ type: 'saveLog', text }));
  usage ??= new UsageView();
  switch (message.type) {
    case 'datasource':
      show(context.root, partsOf(message, context, { log, usage }));
      log.shown();
      if (wantsLog && message.datasource.connectionType === 'docker') log.focus();
      wantsLog = false;
      break;
    case 'usage':
      usage.set(message.usage, context.language());
      break;
    case 'log':
      log.add(message.lines, message.fresh);
      break;
    case 'logEnded':
      if (message.reason !== null) context.announce(message.reason);
      break;
    case 'showLog':
      if (log.element.isConnected) log.focus();
      else wantsLog = true;
      break;
    case 'gone':
      show(context.root, [gonePart(l10n.t('This datasource was deleted.'), context)]);
      break;
    case 'failed':
      show(context.root, [
        failedPart(message.message, context, () => context.send({ type: 'retry' })),
      ]);
      break;
    default:
      message satisfies never;
  }
});

function partsOf(
  { datasource, status, happenings }: Extract<ToDatasourcePage, { type: 'datasource' }>,
  context: DatasourceContext,
  views: { readonly log: LogView; readonly usage: UsageView },
): Part[] {
  const language = context.language();
  const part = (id: string, data: unknown, draw: () => Node): Part => ({ id, data, draw });
  const isDocker = datasource.connectionType === 'docker';
  return [
    part('header', datasource, () => headerOf(datasource, context)),
    part('connection', datasource, () => connectionFacts(datasource)),
    // Of a server of somebody else and of a file nothing is counted.
    ...(isDocker
      ? [
          part('statistics', status, () => statisticFacts(status, language)),
          part('usage', null, () => views.usage.element),
          part('log', null, () => views.log.element),
        ]
      : []),
    part('happenings', happenings, () => happeningsOf(happenings, language)),
  ];
}
