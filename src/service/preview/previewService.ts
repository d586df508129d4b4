import path from 'node:path';
import type { Logger } from 'pino';
import { BridgeError } from '../../framework/bridgeError.js';
import type {
  PreviewAsset,
  PreviewField,
  PreviewPage,
  PreviewRequest,
  PreviewValue,
} from '../../protocol/preview.js';
import { AppError } from '../platform/problem.js';
import type { ProjectService } from '../projects/projectService.js';
import { runPlaceOf, type RunPlace } from '../running/runEnvironment.js';
import { PreviewBridge, type PreviewMethod } from './previewBridge.js';

export interface PreviewContext {
  readonly projects: ProjectService;
  /** The environment that applications run in. */
  readonly variables: { of(projectId: number): Promise<NodeJS.ProcessEnv> };
  /** `__main__.py` of the Python bridge. */
  readonly bridgeScript: string;
  readonly log: Logger;
  /** A page that takes longer is ended; default 20 s. */
  readonly limitMs?: number;
}

/** A process nobody asked for this long is ended. */
const idleMs = 5 * 60_000;

/** What the bridge answers (docs/bridge.md): our page, but for places and the name of the file. */
type Rendered = Omit<PreviewPage, 'values' | 'error'> & {
  readonly values: readonly (Omit<PreviewValue, 'file' | 'element'> & { readonly at: string })[];
  readonly error:
    (Omit<NonNullable<PreviewPage['error']>, 'filePath'> & { file: string | null }) | null;
  readonly scopes: unknown;
};

/** What is asked of a world, and which world that is. */
export type AskedWorld = Pick<
  PreviewRequest,
  'texts' | 'form' | 'database' | 'servers' | 'reset' | 'component' | 'untitled'
> & { readonly [param: string]: unknown };

interface Open {
  readonly bridge: Promise<PreviewBridge>;
  readonly key: string;
  idle: NodeJS.Timeout | undefined;
}

/** Pages of projects as their own framework draws them, on databases that are copies. */
export class PreviewService {
  private readonly open = new Map<number, Open>();

  constructor(private readonly context: PreviewContext) {}

  /** @throws AppError when the page cannot be asked for; a page that breaks is an answer */
  async render(projectId: number, request: PreviewRequest): Promise<PreviewPage> {
    return pageOf(await this.ask<Rendered>(projectId, 'render', request));
  }

  /** What the bridge answers, in the world that previews have. @throws AppError */
  async ask<T>(projectId: number, method: PreviewMethod, asked: AskedWorld): Promise<T> {
    const place = await runPlaceOf(this.context.projects, projectId);
    return this.call(projectId, place, method, worldParams(place.root, asked));
  }

  async asset(projectId: number, url: string): Promise<PreviewAsset> {
    const place = await runPlaceOf(this.context.projects, projectId);
    return this.call(projectId, place, 'asset', { url });
  }

  /** What it runs with is otherwise now: the next page is drawn by a process that has it. */
  outdate(projectId: number): Promise<void> {
    return this.close(projectId);
  }

  /** Ends every process. */
  async end(): Promise<void> {
    await Promise.all([...this.open.keys()].map((projectId) => this.close(projectId)));
  }

  private async call<T>(
    projectId: number,
    place: RunPlace,
    method: PreviewMethod,
    params: object,
  ): Promise<T> {
    const open = await this.openFor(projectId, place);
    try {
      return await (await open.bridge).call<T>(method, params);
    } catch (error) {
      throw refusal(error);
    } finally {
      open.idle?.refresh();
    }
  }

  private async openFor(projectId: number, place: RunPlace): Promise<Open> {
    const key = `${place.interpreter}\n${place.root}`;
    const known = this.open.get(projectId);
    if (known?.key === key) return known;
    if (known) await this.close(projectId);
    const made: Open = { key, bridge: this.start(projectId, place), idle: undefined };
    this.open.set(projectId, made);
    made.idle = setTimeout(() => void this.close(projectId), idleMs).unref();
    made.bridge.catch(() => this.open.delete(projectId));
    return made;
  }

  private async start(projectId: number, { root, interpreter }: RunPlace): Promise<PreviewBridge> {
    const { variables, bridgeScript, log, limitMs = 20_000 } = this.context;
    return PreviewBridge.open({
      ...{ root, interpreter, script: bridgeScript, limitMs },
      environment: await variables.of(projectId),
      log: (line) => log.debug({ projectId }, `preview: ${line}`),
    });
  }

  private async close(projectId: number): Promise<void> {
    const open = this.open.get(projectId);
    this.open.delete(projectId);
    clearTimeout(open?.idle);
    await (await open?.bridge.catch(() => undefined))?.close();
  }
}

/** What a request says of its world and its form, as the bridge takes it. @throws AppError */
export function worldParams(
  root: string,
  { texts = [], form, database, component, untitled, ...rest }: AskedWorld,
): object {
  return {
    ...rest,
    ...(component ? { component: placedIn(root, component) } : {}),
    ...(untitled ? { untitled: placedIn(root, untitled) } : {}),
    ...(form ? { form: form.map(fieldOf) } : {}),
    fresh: database === 'fresh',
    texts: Object.fromEntries(texts.map(({ filePath, text }) => [inside(root, filePath), text])),
  };
}

/** What is said of a file, with its place on the disk. @throws AppError */
function placedIn(
  root: string,
  { filePath, layout, ...rest }: { readonly filePath?: string; readonly layout?: string },
): object {
  return {
    ...rest,
    ...(filePath === undefined ? {} : { path: inside(root, filePath) }),
    ...(layout === undefined ? {} : { layout: inside(root, layout) }),
  };
}

/** @throws AppError when the file lies outside of the project. */
export function inside(root: string, filePath: string): string {
  const file = path.resolve(root, filePath);
  if (file.startsWith(root + path.sep)) return file;
  throw new AppError('invalid-request', `${filePath} is not a file of the project.`);
}

function fieldOf({ name, value }: PreviewField): [string, PreviewField['value']] {
  return [name, value];
}

function pageOf({ values, error, scopes: _, ...page }: Rendered): PreviewPage {
  return {
    ...page,
    values: values.map(({ at, ...value }) => {
      const [file = 0, element = 0] = at.split(':').map(Number);
      return { file, element, ...value };
    }),
    error: error && {
      message: error.message,
      filePath: error.file,
      line: error.line,
      column: error.column,
    },
  };
}

/** What went wrong in the bridge, for a person. */
export function refusal(error: unknown): unknown {
  if (!(error instanceof BridgeError)) return error;
  if (error.code === 'server-database')
    return new AppError(
      'server-database',
      error.message,
      'Allow it for this preview, or preview the page with a SQLite datasource.',
    );
  if (error.code === 'unreadable') return new AppError('conflict', error.message);
  if (error.code === 'invalid-params') return new AppError('invalid-request', error.message);
  return new AppError(
    'framework-failed',
    `The page could not be drawn: ${error.message}`,
    'See the log of the service for what the framework said.',
    { cause: error },
  );
}
