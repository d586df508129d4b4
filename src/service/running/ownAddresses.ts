import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SourcePlace } from '../../protocol/running.js';
import type { Browsers } from './browsers.js';
import { ownFolder } from './pageScript.js';

export interface OwnAddressesOptions {
  readonly browsers: Browsers;
  readonly clientScript: string;
  readonly openSource: (place: SourcePlace) => Promise<void>;
  readonly baseOf: (host: string) => string | null;
}

/** Pages whose text is kept, for scripts that ask how theirs came from the server. */
const keptPages = 20;
const longestBody = 4_096;

/** What the script of a page asks for: itself, the stream of messages, its page's text, a place in an editor. */
export class OwnAddresses {
  private readonly pages = new Map<string, string>();

  constructor(private readonly options: OwnAddressesOptions) {}

  /** The page as the application drew it. */
  keep(request: string, html: string): void {
    this.pages.delete(request);
    this.pages.set(request, html);
    const [oldest] = this.pages.keys();
    if (this.pages.size > keptPages && oldest !== undefined) this.pages.delete(oldest);
  }

  /** Answers whether the request was one of ours. */
  async take(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith(ownFolder)) return false;
    const name = url.pathname.slice(ownFolder.length);
    const number = url.searchParams.get('request') ?? '';
    if (request.method === 'GET' && name === 'client.js') {
      send(response, 200, 'text/javascript; charset=utf-8', this.options.clientScript);
    } else if (request.method === 'GET' && name === 'events') {
      this.options.browsers.add(url.searchParams.get('page') ?? '', number, response);
    } else if (request.method === 'GET' && name === 'page' && this.pages.has(number)) {
      send(response, 200, 'text/plain; charset=utf-8', this.pages.get(number) ?? '');
    } else if (request.method === 'POST' && name === 'open') {
      const place = placeIn(await textOf(request));
      if (place) await this.options.openSource(place);
      send(response, place ? 204 : 400, 'text/plain', '');
    } else send(response, 404, 'text/plain', '');
    return true;
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += part;
    if (text.length > longestBody) return '';
  }
  return text;
}

/** A place inside the project; null for anything else. */
function placeIn(text: string): SourcePlace | null {
  try {
    const value = JSON.parse(text) as Partial<SourcePlace>;
    const { file, line = null, column = null } = value;
    const isNumber = (one: unknown): boolean => one === null || Number.isSafeInteger(one);
    if (typeof file !== 'string' || file === '' || file.startsWith('/') || /^\w:|\\/.test(file))
      return null;
    if (file.split('/').includes('..') || !isNumber(line) || !isNumber(column)) return null;
    return { file, line, column };
  } catch {
    return null;
  }
}
