import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { ScannedComponent } from '../../protocol/components.js';
import type { ComponentsApi, GraphApi, MatrixApi } from './componentsApi.js';

/** Components asked for at a time. */
const together = 5_000;

/** Components and endpoints over the typed client. `client` connects where that is needed. */
export function httpComponentsApi(
  client: () => Promise<ApiClient>,
): ComponentsApi & GraphApi & MatrixApi {
  const at = (id: number): { params: { path: { id: number } } } => ({ params: { path: { id } } });
  return {
    scan: async (id) => {
      const { POST } = await client();
      await dataOf(POST('/api/projects/{id}/scan', at(id)));
    },
    watch: async (id) => {
      const { POST } = await client();
      await dataOf(POST('/api/projects/{id}/watch', at(id)));
    },
    unwatch: async (id) => {
      const { DELETE } = await client();
      await dataOf(DELETE('/api/projects/{id}/watch', at(id)));
    },
    components: async (id, only) => {
      const { GET } = await client();
      const all: ScannedComponent[] = [];
      const ids = only && { ids: only.join(',') };
      for (;;) {
        const query = { limit: together, offset: all.length, ...ids };
        const page = await dataOf(
          GET('/api/projects/{id}/components', { params: { path: { id }, query } }),
        );
        all.push(...page.components);
        if (all.length >= page.total || page.components.length === 0) return all;
      }
    },
    componentAt: async (id, filePath) => {
      const { GET } = await client();
      const params = { path: { id }, query: { path: filePath } };
      const page = await dataOf(GET('/api/projects/{id}/components', { params }));
      return page.components[0] ?? null;
    },
    detail: async (id, cid) => {
      const { GET } = await client();
      const params = { path: { id, cid } };
      return dataOf(GET('/api/projects/{id}/components/{cid}', { params }));
    },
    endpoints: async (id, only) => {
      const { GET } = await client();
      const params = { path: { id }, query: { ...(only && { components: only.join(',') }) } };
      return dataOf(GET('/api/projects/{id}/endpoints', { params }));
    },
    matrix: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/endpoints/matrix', at(id)));
    },
    graph: async (id, { focus, depth, kinds }) => {
      const { GET } = await client();
      const query = {
        depth,
        ...(focus !== null && { focus }),
        ...(kinds.length > 0 && { kinds: kinds.join(',') }),
      };
      return dataOf(GET('/api/projects/{id}/graph', { params: { path: { id }, query } }));
    },
    impact: async (id, of) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/impact', { params: { path: { id }, query: { of } } }));
    },
  };
}
