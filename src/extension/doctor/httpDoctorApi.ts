import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { DoctorApi } from './doctorApi.js';

/** The doctor over the typed client. */
export function httpDoctorApi(client: () => Promise<ApiClient>): DoctorApi {
  return {
    report: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/doctor'));
    },
  };
}
