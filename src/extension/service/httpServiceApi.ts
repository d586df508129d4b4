import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { ServiceApi } from './serviceApi.js';

/** The service's own routes over the typed client. */
export function httpServiceApi(client: () => Promise<ApiClient>): ServiceApi {
  return {
    openCode: async () => {
      const { POST } = await client();
      return dataOf(POST('/api/service/codes'));
    },
  };
}
