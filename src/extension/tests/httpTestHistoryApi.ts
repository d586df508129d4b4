import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { TestHistoryApi } from './testsApi.js';

/** Points of a trend that a chart shows. */
const points = 100;

/** The history of tests over the typed client. */
export function httpTestHistoryApi(client: () => Promise<ApiClient>): TestHistoryApi {
  const of = (id: number) => ({ params: { path: { id } } });
  return {
    runs: async (id, query) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/tests/runs', { params: { path: { id }, query } }));
    },
    detail: async (id, runId, after) => {
      const { GET } = await client();
      const params = { path: { id, runId }, query: { after } };
      return dataOf(GET('/api/projects/{id}/tests/runs/{runId}', { params }));
    },
    compare: async (id, runId, to) => {
      const { GET } = await client();
      const params = { path: { id, runId }, query: { to } };
      return dataOf(GET('/api/projects/{id}/tests/runs/{runId}/comparison', { params }));
    },
    trends: async (id) => {
      const { GET } = await client();
      const params = { path: { id }, query: { limit: points } };
      return dataOf(GET('/api/projects/{id}/tests/trends', { params }));
    },
    days: async (id, suite) => {
      const { GET } = await client();
      const query = { limit: points, ...(suite === undefined ? {} : { suite }) };
      return dataOf(GET('/api/projects/{id}/tests/days', { params: { path: { id }, query } }));
    },
    choices: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/tests/choices', of(id)));
    },
    flakyTests: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/tests/flaky', of(id)));
    },
    slowest: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/tests/slowest', of(id)));
    },
    report: async (id, runId, report) => {
      const { GET } = await client();
      const params = { path: { id, runId } };
      if (report === 'json') {
        const detail = await dataOf(GET('/api/projects/{id}/tests/runs/{runId}', { params }));
        return `${JSON.stringify(detail, null, 2)}\n`;
      }
      const init = { params, parseAs: 'text' } as const;
      return report === 'junit'
        ? dataOf(GET('/api/projects/{id}/tests/runs/{runId}/junit', init))
        : dataOf(GET('/api/projects/{id}/tests/runs/{runId}/html', init));
    },
  };
}
