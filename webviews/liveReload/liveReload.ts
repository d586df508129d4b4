// The script that the reload proxy puts into each page of a running application (docs/running.md). It follows
// the project's files: what changed is brought into the page, and what the person did in it stays.
import { PageUpdate } from './pageUpdate.js';
import { showProblem, type Problem } from './overlay.js';
import { reload, restoreState } from './pageState.js';
import { swapStyles } from './styles.js';

type Message =
  | { type: 'page' }
  | { type: 'reload' }
  | { type: 'styles' | 'assets'; paths: string[] }
  | { type: 'down'; message: string; place: Problem['place'] };

interface PageFacts {
  readonly request: string;
  readonly method: string;
  readonly error: Problem | null;
}

const folder = '/__quantum_admin/';

function begin(script: HTMLScriptElement): void {
  const facts = JSON.parse(script.dataset['page'] ?? 'null') as PageFacts;
  const base = new URL(script.src).pathname.split(folder)[0] ?? '';
  script.remove();
  restoreState();
  const own = base + folder;
  const page = crypto.randomUUID();
  const update = new PageUpdate({ ...facts, page, own });
  if (facts.error) showProblem(own, facts.error);

  const events = new EventSource(`${own}events?page=${page}&request=${facts.request}`);
  let isFirst = true;
  events.addEventListener('open', () => {
    // While nobody told, anything may have changed.
    if (!isFirst) update.ask();
    isFirst = false;
  });
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const message = JSON.parse(data) as Message;
    if (message.type === 'page') update.ask();
    else if (message.type === 'reload') reload();
    else if (message.type === 'styles') swapStyles(base, message.paths);
    else if (message.type === 'down') showProblem(own, message);
    else if (message.paths.some((path) => isUsed(base + path))) reload();
  });
}

/** Whether the page loaded a file from the application. */
function isUsed(path: string): boolean {
  return performance
    .getEntriesByType('resource')
    .some(({ name }) => new URL(name).pathname === path);
}

const script = document.querySelector<HTMLScriptElement>(
  `script[data-page][src*="${folder}client.js"]`,
);
// A page shows its problems in its own frame only.
if (script) begin(script);
