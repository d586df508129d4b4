import { Type } from 'typebox';
import { AuditEntry, AuditQuery } from '../../../protocol/audit.js';
import type { Feature, Platform } from '../feature.js';
import { AuditLog } from './auditLog.js';

/** Who asked for passwords, to be read by the person. */
export function auditFeature(platform: Platform): Feature {
  const audit = new AuditLog(platform.now);
  return {
    name: 'audit',
    routes(app) {
      app.get(
        '/api/audit',
        {
          config: { auth: 'token' },
          schema: {
            operationId: 'listAudit',
            summary: 'Who asked for what is protected, the newest first',
            tags: ['service'],
            querystring: AuditQuery,
            response: { 200: Type.Array(AuditEntry) },
          },
        },
        async ({ query }) => {
          const rows = await platform.store.read((db) => audit.list(db, query.limit ?? 100));
          return rows.map(({ project_id: projectId, ...row }) => ({ ...row, projectId }));
        },
      );
    },
  };
}
