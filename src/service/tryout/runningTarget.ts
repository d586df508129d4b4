import { inflateSync } from 'node:zlib';
import type { AppRequest } from '../../framework/appServer.js';
import type { PreviewField } from '../../protocol/preview.js';
import { AppError } from '../platform/problem.js';
import type { ReachedApplication } from '../running/projectRun.js';
import { hasFiles, type Sent, type Outgoing, type TryOutStep } from './exchange.js';

const mostRedirects = 10;
const limitMs = 20_000;
/** In each answer of our server: the number it told the request by. */
const numberHeader = 'x-quantum-admin-request';

interface Visitor {
  readonly app: ReachedApplication;
  readonly origin: string;
  readonly referer: string;
  /** Name → value. */
  readonly cookies: Map<string, string>;
}

/** Sends a request to the project's server, as a browser with that session. @throws AppError */
export async function sendToRunning(app: ReachedApplication, sent: Outgoing): Promise<Sent> {
  const origin = `http://127.0.0.1:${app.port}`;
  const visitor = { app, origin, referer: origin + sent.url, cookies: await cookiesOf(app, sent) };
  const steps: TryOutStep[] = [];
  let { url, method, form } = sent;
  let response = await open(visitor, { method, url, form }, steps);
  const fieldErrors = errorsIn(visitor.cookies);
  for (;;) {
    const to = response.headers.get('location');
    const isRedirect = response.status >= 301 && response.status <= 308 && to !== null;
    if (!isRedirect || steps.length > mostRedirects) break;
    const target = new URL(to, origin + url);
    if (target.origin !== origin) break;
    url = target.pathname + target.search;
    if (response.status !== 307 && response.status !== 308) {
      method = 'GET';
      form = null;
    }
    await response.body?.cancel();
    response = await open(visitor, { method, url, form }, steps);
  }
  return { steps, fieldErrors, html: await response.text(), unresolved: [], output: '' };
}

async function cookiesOf(
  app: ReachedApplication,
  { session }: Outgoing,
): Promise<Map<string, string>> {
  if (session === null) return new Map();
  const cookie = await app.sign(session);
  if (cookie === null) throw gone();
  return new Map([pairOf(cookie)]);
}

async function open(
  { app, origin, referer, cookies }: Visitor,
  { method, url, form }: Pick<Outgoing, 'method' | 'url' | 'form'>,
  steps: TryOutStep[],
): Promise<Response> {
  const began = performance.now();
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(origin + url, {
    method,
    redirect: 'manual',
    headers: { Referer: referer, ...(cookie === '' ? {} : { Cookie: cookie }) },
    signal: AbortSignal.timeout(limitMs),
    ...(form === null || method === 'GET' ? {} : { body: bodyOf(form) }),
  }).catch((error: unknown) => {
    throw gone(error);
  });
  const ms = performance.now() - began;
  for (const line of response.headers.getSetCookie()) cookies.set(...pairOf(line));
  const number = response.headers.get(numberHeader);
  const told = number === null ? null : await app.told(number);
  steps.push({
    ...{ method, url, status: response.status, ms: Math.round(ms * 100) / 100 },
    headers: [...response.headers]
      .filter(([name]) => name !== 'set-cookie' && name !== numberHeader)
      .map(([name, value]) => ({ name, value })),
    flash: sessionIn(cookies)?.flash ?? null,
    ...factsOf(told),
  });
  return response;
}

function factsOf(told: AppRequest | null): Pick<TryOutStep, 'action' | 'queries' | 'error'> {
  if (told === null) return { action: null, queries: [], error: null };
  const { action, queries, error } = told;
  return {
    action,
    queries: queries.map(({ ms, ...query }) => ({ ...query, ms: ms ?? 0, params: {} })),
    error: error && {
      message: error.message,
      filePath: error.place?.file ?? null,
      line: error.place?.line ?? null,
      column: error.place?.column ?? null,
    },
  };
}

function bodyOf(form: readonly PreviewField[]): FormData | URLSearchParams {
  const body = hasFiles(form) ? new FormData() : new URLSearchParams();
  for (const { name, value } of form) {
    if (typeof value === 'string') body.append(name, value);
    else if (body instanceof FormData)
      body.append(name, new Blob([Buffer.from(value.base64, 'base64')]), value.name);
  }
  return body;
}

/** What the framework keeps in a session beside the application's own. */
interface KeptSession {
  readonly flash: TryOutStep['flash'];
  readonly errors: Readonly<Record<string, string>>;
}

/** The session in a visitor's cookies: Flask signs it and does not hide it. */
function sessionIn(cookies: ReadonlyMap<string, string>): KeptSession | null {
  for (const value of cookies.values()) {
    const isPacked = value.startsWith('.');
    const [payload = ''] = (isPacked ? value.slice(1) : value).split('.');
    try {
      const bytes = Buffer.from(payload, 'base64url');
      const session: unknown = JSON.parse((isPacked ? inflateSync(bytes) : bytes).toString('utf8'));
      if (typeof session === 'object' && session !== null) return keptIn(session);
    } catch {
      // A cookie of the application's own.
    }
  }
  return null;
}

function keptIn(session: object): KeptSession {
  const of = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);
  const flash = of(session, 'flash');
  const errors = Object(of(of(session, 'form_state'), 'errors')) as object;
  return {
    flash: flash
      ? { message: String(of(flash, 'message')), type: String(of(flash, 'type')) }
      : null,
    errors: Object.fromEntries(
      Object.entries(errors).map(([name, message]) => [name, String(message)]),
    ),
  };
}

function errorsIn(cookies: ReadonlyMap<string, string>): Sent['fieldErrors'] {
  const errors = sessionIn(cookies)?.errors ?? {};
  return Object.entries(errors).map(([name, message]) => ({ name, message }));
}

function pairOf(cookie: string): [string, string] {
  const [pair = ''] = cookie.split(';');
  const at = pair.indexOf('=');
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

function gone(cause?: unknown): AppError {
  return new AppError(
    'conflict',
    'The application did not answer.',
    'See the log of its server; the request can go to the preview instead.',
    { cause },
  );
}
