import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { DoctorApi } from './doctorApi.js';
import { mergeReports } from './mergeReports.js';

/** The doctor over the typed client. */
export function httpDoctorApi(client: () => Promise<ApiClient>): DoctorApi {
  return {
    report: async (projectIds) => {
      const { GET } = await client();
      if (projectIds.length === 0) return dataOf(GET('/api/doctor'));
      const reports = projectIds.map((projectId) =>
        dataOf(GET('/api/doctor', { params: { query: { projectId } } })),
      );
      return mergeReports(await Promise.all(reports));
    },
  };
}
