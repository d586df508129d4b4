import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { PreviewApi } from './previewApi.js';

/** Previews over the typed client. `client` connects where that is needed. */
export function httpPreviewApi(client: () => Promise<ApiClient>): PreviewApi {
  const at = (id: number): { path: { id: number } } => ({ path: { id } });
  return {
    render: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/preview', { params: at(id), body }));
    },
    asset: async (id, url) => {
      const { GET } = await client();
      const params = { ...at(id), query: { url } };
      return dataOf(GET('/api/projects/{id}/preview/asset', { params }));
    },
    place: async (id, filePath) => {
      const { GET, POST } = await client();
      await dataOf(POST('/api/projects/{id}/scan', { params: at(id) }));
      const params = { ...at(id), query: { path: filePath } };
      const { components } = await dataOf(GET('/api/projects/{id}/components', { params }));
      const [found] = components;
      return found ? { kind: found.kind, route: found.route } : null;
    },
    layouts: async (id) => {
      const { GET } = await client();
      const params = { ...at(id), query: { kind: 'layout' as const } };
      const { components } = await dataOf(GET('/api/projects/{id}/components', { params }));
      return components.map(({ filePath }) => filePath);
    },
  };
}
