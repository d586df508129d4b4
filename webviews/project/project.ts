import './project.css';
import type { ProjectDetail } from '../../src/protocol/projects.js';
import type { FromProjectPage, ToProjectPage } from '../../src/protocol/webviews.js';
import * as l10n from '@vscode/l10n';
import { show, type Part } from '../shared/dom.js';
import { gonePart } from '../shared/states.js';
import { startPage, type PageContext } from '../shared/page.js';
import { button, notice } from '../shared/ui.js';
import { factsOf } from './facts.js';
import { headerOf } from './header.js';
import { jobsOf } from './jobs.js';
import { noticesOf } from './notices.js';
import { sectionsOf } from './sections.js';

export type ProjectContext = PageContext<FromProjectPage>;

startPage<{ hears: ToProjectPage; says: FromProjectPage }>((message, context) => {
  switch (message.type) {
    case 'project':
      show(context.root, partsOf(message, context));
      break;
    case 'gone':
      show(context.root, [
        gonePart(l10n.t('This project was deleted. Its files were not touched.'), context),
      ]);
      break;
    case 'failed':
      show(context.root, [failed(message.message, context)]);
      break;
    default:
      message satisfies never;
  }
});

function partsOf(
  { project, jobs }: Extract<ToProjectPage, { type: 'project' }>,
  context: ProjectContext,
): Part[] {
  const { datasources, components, endpoints, ...head } = project;
  return [
    { id: 'header', data: head, draw: () => headerOf(project, context) },
    { id: 'notices', data: head, draw: () => noticesOf(project, context) },
    { id: 'facts', data: head, draw: () => factsOf(project, context) },
    ...sectionsOf({ datasources, components, endpoints } satisfies Partial<ProjectDetail>),
    { id: 'jobs', data: jobs, draw: () => jobsOf(jobs, context) },
  ];
}

function failed(message: string, context: ProjectContext): Part {
  context.announce(message);
  const retry = button({
    id: 'retry',
    label: l10n.t('Try Again'),
    icon: 'refresh',
    primary: true,
    onPress: () => context.send({ type: 'action', action: 'retry' }),
  });
  const doctor = button({
    id: 'doctor',
    label: l10n.t('Doctor'),
    icon: 'pulse',
    onPress: () => context.send({ type: 'action', action: 'doctor' }),
  });
  return { id: 'failed', data: message, draw: () => notice('error', message, [retry, doctor]) };
}
