import { loopbackFetch, type Endpoint, type PlainRequest } from './loopbackFetch.js';
import { plainRequest } from './plainRequest.js';

/** Who knows where the service is. */
export interface EndpointSource {
  /** The proven service, waiting for it if need be. */
  current(): Promise<Endpoint>;
  /** After `failed` did not answer: the service once more proven, which may be the same. */
  after(failed: Endpoint): Promise<Endpoint>;
  /** After `leaving` said that it hands over: its successor. */
  successorOf(leaving: Endpoint): Promise<Endpoint>;
}

/**
 * Sends a request and repeats it once, after reconnecting, where that cannot do anything twice: a read,
 * a request that never reached anyone, and a write refused because the service is handing over.
 */
export async function repeatingFetch(source: EndpointSource, request: Request): Promise<Response> {
  const plain = await plainRequest(request);
  const endpoint = await source.current();
  let response: Response;
  try {
    response = await loopbackFetch(endpoint, plain);
  } catch (error) {
    if (plain.signal?.aborted || !isRepeatable(plain, error)) throw error;
    return loopbackFetch(await source.after(endpoint), plain);
  }
  if (response.status !== 503 || !response.headers.has('retry-after')) return response;
  const text = await response.text();
  if (!isDraining(text)) return new Response(text, response);
  return loopbackFetch(await source.successorOf(endpoint), plain);
}

function isRepeatable(request: PlainRequest, error: unknown): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
}

function isDraining(problem: string): boolean {
  try {
    return (JSON.parse(problem) as { code?: unknown } | null)?.code === 'draining';
  } catch {
    return false;
  }
}
