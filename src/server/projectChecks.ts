import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CheckResult } from '../framework/bridgeMessages.js';
import type { Application } from './application.js';
import { isInside } from './applications.js';
import { opinionOf, type Opinion } from './opinion.js';
import type { Publisher } from './publisher.js';
import { problemDiagnostic } from './verdictDiagnostic.js';

/** Saving all files is one check. */
const savePauseMs = 300;

/** Runs the framework's check of each project some time after something was saved; the last wish wins. */
export class ProjectChecks {
  private readonly running = new Map<
    Application,
    { abort: AbortController; timer: NodeJS.Timeout }
  >();

  constructor(
    private readonly publisher: Publisher,
    private readonly log: (line: string) => void,
  ) {}

  request(application: Application): void {
    this.cancel(application);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      this.run(application, abort.signal)
        .catch((error: unknown) => {
          if (!abort.signal.aborted) this.log(`check of ${application.root}: ${String(error)}`);
        })
        .finally(() => {
          if (this.running.get(application)?.abort === abort) this.running.delete(application);
        });
    }, savePauseMs);
    this.running.set(application, { abort, timer });
  }

  dispose(): void {
    for (const application of [...this.running.keys()]) this.cancel(application);
  }

  private cancel(application: Application): void {
    const running = this.running.get(application);
    clearTimeout(running?.timer);
    running?.abort.abort();
    this.running.delete(application);
  }

  private async run(application: Application, signal: AbortSignal): Promise<void> {
    const result = await application.check(signal);
    const files = await problemsByFile(application.root, result);
    if (signal.aborted) return;
    for (const note of result.notes) this.log(`check of ${application.root}: ${note}`);
    this.publisher.checked(files, (key) => isInside(application.root, key));
  }
}

async function problemsByFile(
  root: string,
  { problems }: CheckResult,
): Promise<Map<string, Opinion[]>> {
  const files = new Map<string, { text: string; opinions: Opinion[] }>();
  for (const { file, line, message, kind } of problems) {
    const key = path.resolve(root, file);
    const known = files.get(key) ?? {
      text: await readFile(key, 'utf8').catch(() => ''),
      opinions: [],
    };
    files.set(key, known);
    const diagnostic = problemDiagnostic(known.text, { message, line, column: null });
    known.opinions.push(opinionOf(kind, diagnostic, known.text));
  }
  return new Map([...files].map(([key, { opinions }]) => [key, opinions]));
}
