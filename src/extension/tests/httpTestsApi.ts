import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import { httpTestHistoryApi } from './httpTestHistoryApi.js';
import type { TestsApi } from './testsApi.js';

/** The tests over the typed client. */
export function httpTestsApi(client: () => Promise<ApiClient>): TestsApi {
  return {
    ...httpTestHistoryApi(client),
    tests: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/tests', { params: { path: { id } } }));
    },
    outline: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/tests/outline', { params: { path: { id } }, body }));
    },
    run: async (id, body) => {
      const { POST } = await client();
      const init = { params: { path: { id } }, body };
      return (await dataOf(POST('/api/projects/{id}/tests/run', init))).test_run_id;
    },
    requests: async (id, runId, resultId) => {
      const { GET } = await client();
      const params = { path: { id, runId, resultId } };
      return dataOf(
        GET('/api/projects/{id}/tests/runs/{runId}/results/{resultId}/requests', { params }),
      );
    },
    coverage: async (id, test) => {
      const { GET } = await client();
      const params = { path: { id }, query: test === undefined ? {} : { test } };
      return dataOf(GET('/api/projects/{id}/tests/coverage', { params }));
    },
    generate: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/tests/generate', { params: { path: { id } }, body }));
    },
    cancel: async (id, runId) => {
      const { POST } = await client();
      const params = { path: { id, runId } };
      await dataOf(POST('/api/projects/{id}/tests/runs/{runId}/cancel', { params }));
    },
  };
}
