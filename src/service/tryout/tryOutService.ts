import type { Logger } from 'pino';
import { readConfiguration } from '../../language/configuration/readConfiguration.js';
import { routeOf } from '../../language/components/endpointsOf.js';
import { configurationFile } from '../../language/project/roles.js';
import { ProjectPaths } from '../../language/project/projectPaths.js';
import type { PreviewAsset } from '../../protocol/preview.js';
import type {
  SavedTest,
  SaveTestRequest,
  TryOutAnswer,
  TryOutEntry,
  TryOutForm,
  TryOutFormRequest,
  TryOutParam,
  TryOutRequest,
} from '../../protocol/tryout.js';
import { textOf } from '../components/readProject.js';
import type { Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import { PreviewBridge } from '../preview/previewBridge.js';
import { inside, worldParams, type PreviewService } from '../preview/previewService.js';
import type { ProjectService } from '../projects/projectService.js';
import { runPlaceOf, type RunPlace } from '../running/runEnvironment.js';
import type { ReachedApplication } from '../running/projectRun.js';
import type { RunService } from '../running/runService.js';
import { calledFunction, type Called } from './calledFunction.js';
import { curlOf } from './curl.js';
import { formFields, type Exchange, type Outgoing, type Sent } from './exchange.js';
import { keptEntry } from './keptEntry.js';
import { sendToRunning } from './runningTarget.js';
import { saveTest } from './saveTest.js';
import { TryOutRepository } from './tryOutRepository.js';

export interface TryOutContext {
  readonly platform: Pick<Platform, 'store' | 'events' | 'now'>;
  readonly projects: ProjectService;
  readonly previews: Pick<PreviewService, 'ask' | 'asset'>;
  readonly runs: Pick<RunService, 'reach' | 'state'>;
  readonly variables: { of(projectId: number): Promise<NodeJS.ProcessEnv> };
  /** `__main__.py` of the Python bridge. */
  readonly bridgeScript: string;
  readonly log: Logger;
}

type Asked = Pick<TryOutForm, 'actions' | 'functions'>;

/** A test and the request it is made of together may take this long. */
const testLimitMs = 60_000;

/** Requests to pages and actions of a project, as their own forms would send them, and calls of its functions. */
export class TryOutService {
  private readonly entries: TryOutRepository;

  constructor(private readonly context: TryOutContext) {
    this.entries = new TryOutRepository(context.platform.events);
  }

  /** What a page can be asked for. @throws AppError where it answers no address or cannot be read */
  async form(projectId: number, request: TryOutFormRequest): Promise<TryOutForm> {
    const { filePath, ...world } = request;
    const place = await this.place(projectId);
    const route = await routeIn(place.root, filePath);
    const { actions, functions } = await this.context.previews.ask<Asked>(projectId, 'form', {
      ...world,
      path: inside(place.root, filePath),
    });
    if (route === null && functions.length === 0) throw unanswered(filePath);
    const path = route ?? '/';
    const { status, url } = await this.context.runs.state(projectId);
    return {
      ...{ filePath, path, functions, actions: route === null ? [] : actions },
      pathParams: [...path.matchAll(/\[(?:\.\.\.)?([^\]]+)\]/g)].map(([, name = '']) => name),
      runningUrl: status === 'running' ? url : null,
    };
  }

  /** Sends it and keeps it in the history. @throws AppError where it cannot be sent */
  async send(projectId: number, request: TryOutRequest): Promise<TryOutAnswer> {
    const { function: name } = request;
    if (name !== undefined) {
      const { exchange, secrets } = await this.call(projectId, request, name);
      return {
        id: await this.keep(projectId, request, exchange, secrets),
        ...exchange,
        curl: null,
      };
    }
    const { outgoing, secrets } = await this.outgoing(projectId, request);
    const app = request.target === 'running' ? await this.running(projectId) : null;
    const sent = app
      ? await sendToRunning(app, outgoing)
      : await this.sendToPreview(projectId, request, outgoing);
    const exchange = { ...sent, call: null };
    const id = await this.keep(projectId, request, exchange, secrets);
    return { id, ...exchange, curl: await this.curl(projectId, outgoing, app) };
  }

  async history(projectId: number): Promise<TryOutEntry[]> {
    await this.context.projects.row(projectId);
    return this.context.platform.store.read((db) => this.entries.list(db, projectId));
  }

  async clear(projectId: number): Promise<void> {
    await this.context.projects.row(projectId);
    await this.context.platform.store.write((tx) => this.entries.clear(tx, projectId));
  }

  /** A file that a page which was answered asks for. */
  async asset(
    projectId: number,
    target: TryOutRequest['target'],
    url: string,
  ): Promise<PreviewAsset> {
    if (target === 'preview') return this.context.previews.asset(projectId, url);
    const { port } = await this.running(projectId);
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, { redirect: 'manual' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? 'application/octet-stream',
      base64: bytes.toString('base64'),
    };
  }

  /** A test of the request, written and run. @throws AppError where it does not pass */
  async saveTest(projectId: number, asked: SaveTestRequest): Promise<SavedTest> {
    const { root, interpreter } = await this.place(projectId);
    if (asked.request.function !== undefined)
      throw new AppError(
        'conflict',
        'A test of the framework cannot call a function.',
        'Save a test of a page that shows what the function returns.',
      );
    const { outgoing } = await this.outgoing(projectId, asked.request);
    const { variables, bridgeScript, log } = this.context;
    const bridge = await PreviewBridge.open({
      ...{ root, interpreter, script: bridgeScript, limitMs: testLimitMs },
      environment: await variables.of(projectId),
      log: (line) => log.debug({ projectId }, `try-out: ${line}`),
    });
    try {
      const { url, method, form, session } = outgoing;
      const world = worldParams(root, {
        ...{ url, method, session, database: 'fresh' },
        ...(form ? { form: [...form] } : {}),
      });
      return await saveTest({ root, bridge }, asked, await bridge.call<Sent>('send', world));
    } finally {
      await bridge.close();
    }
  }

  private async keep(
    projectId: number,
    request: TryOutRequest,
    exchange: Exchange,
    secrets: ReadonlySet<string>,
  ): Promise<number | null> {
    const { store, now } = this.context.platform;
    const entry = keptEntry(request, exchange, secrets);
    const at = now().toISOString();
    return store.write((tx) => this.entries.add(tx, projectId, at, entry));
  }

  private async call(
    projectId: number,
    request: TryOutRequest,
    name: string,
  ): Promise<{ exchange: Exchange; secrets: ReadonlySet<string> }> {
    const { root } = await this.place(projectId);
    const { functions } = await this.form(projectId, formOf(request));
    const params = functions.find((one) => one.name === name)?.params ?? [];
    const asked = calledFunction(root, await routeIn(root, request.filePath), request);
    const answer = await this.context.previews.ask<Called>(projectId, 'call', asked);
    return {
      exchange: { ...answer, fieldErrors: [], html: '' },
      secrets: secretsOf(params),
    };
  }

  private async outgoing(
    projectId: number,
    request: TryOutRequest,
  ): Promise<{ outgoing: Outgoing; secrets: ReadonlySet<string> }> {
    const { filePath, url, action: name, fields } = request;
    const session = request.session ?? null;
    if (name === null)
      return { outgoing: { method: 'GET', url, form: null, session }, secrets: new Set() };
    const form = await this.form(projectId, formOf(request));
    const action = form.actions.find((one) => one.name === name);
    if (!action) throw new AppError('not-found', `${filePath} has no action “${name}”.`);
    // A page's form posts, and an action runs for whatever is not GET.
    const method = action.method === 'GET' ? 'POST' : action.method;
    return {
      outgoing: { method, url, session, form: formFields(action, fields) },
      secrets: secretsOf(action.params),
    };
  }

  private sendToPreview(
    projectId: number,
    { texts, database, servers, reset }: TryOutRequest,
    { url, method, form, session }: Outgoing,
  ): Promise<Sent> {
    return this.context.previews.ask<Sent>(projectId, 'send', {
      ...{ url, method, session },
      ...(form ? { form: [...form] } : {}),
      ...(texts && { texts }),
      ...(database && { database }),
      ...(servers !== undefined && { servers }),
      ...(reset !== undefined && { reset }),
    });
  }

  private async curl(
    projectId: number,
    outgoing: Outgoing,
    app: ReachedApplication | null,
  ): Promise<string> {
    const { url } = await this.context.runs.state(projectId);
    const origin = new URL(url ?? `http://127.0.0.1:${(await this.place(projectId)).port}`).origin;
    const cookie = app && outgoing.session ? await app.sign(outgoing.session) : null;
    return curlOf(origin, outgoing, cookie);
  }

  private async running(projectId: number): Promise<ReachedApplication> {
    const app = await this.context.runs.reach(projectId);
    if (app) return app;
    throw new AppError(
      'conflict',
      'The application does not run.',
      'Start it, or send the request to the preview.',
    );
  }

  private place(projectId: number): Promise<RunPlace> {
    return runPlaceOf(this.context.projects, projectId);
  }
}

/** The address a page answers; null where it answers none. */
async function routeIn(root: string, filePath: string): Promise<string | null> {
  const text = await textOf(root, configurationFile);
  const paths = new ProjectPaths(text === null ? null : readConfiguration(text, process.env));
  return routeOf(paths.belowComponents(filePath));
}

function unanswered(filePath: string): AppError {
  return new AppError(
    'conflict',
    `${filePath} answers no address.`,
    'Try out a page that calls it.',
  );
}

function formOf({ filePath, texts, database, servers }: TryOutRequest): TryOutFormRequest {
  return {
    filePath,
    ...(texts && { texts }),
    ...(database && { database }),
    ...(servers !== undefined && { servers }),
  };
}

function secretsOf(params: readonly TryOutParam[]): ReadonlySet<string> {
  return new Set(params.filter(({ secret }) => secret).map(({ name }) => name));
}
