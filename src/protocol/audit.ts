import { Type, type Static } from 'typebox';
import { Id, Timestamp, closed } from './common.js';

export const AuditEntry = Type.Object(
  {
    id: Id,
    at: Timestamp,
    action: Type.String({ description: 'What was asked for, such as `reveal-password`' }),
    outcome: Type.Enum(['granted', 'refused']),
    projectId: Type.Union([Id, Type.Null()]),
    subject: Type.String({ description: 'Of which thing' }),
    caller: Type.String({ description: 'Who asked, as far as it can be told' }),
  },
  { $id: 'AuditEntry', ...closed },
);
export type AuditEntry = Static<typeof AuditEntry>;

export const AuditQuery = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })) },
  closed,
);
