import createClient from 'openapi-fetch';
import type { paths } from '../protocol/openapi.generated.js';
import type { ApiClient } from './connection.js';
import { loopbackFetch, type Endpoint } from './loopbackFetch.js';
import { plainRequest } from './plainRequest.js';

/** The typed client, sending by `fetch`; who sends decides where to. */
export function createApi(fetch: (request: Request) => Promise<Response>): ApiClient {
  return createClient<paths, 'application/json'>({ baseUrl: 'http://127.0.0.1', fetch });
}

/** The typed client of one service for as long as it lives, without reconnecting. */
export function createEndpointApi(endpoint: Endpoint): ApiClient {
  return createApi(async (request) => loopbackFetch(endpoint, await plainRequest(request)));
}
