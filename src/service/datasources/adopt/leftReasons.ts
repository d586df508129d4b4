import type { LeftThings } from '../../../protocol/datasourceAdoption.js';
import type { LeftRows } from './adminDatabase.js';

const reasons: Readonly<Record<string, string>> = {
  migrations: 'They say what was run there; the database itself knows that, too.',
  deployment_targets: 'Nothing is deployed from here.',
  deployments: 'They are what that Admin has done.',
  cloud_integrations: 'Nothing is deployed from here.',
  webhook_events: 'They are what that Admin has received.',
  audit_logs: 'They are what that Admin has done.',
  connectors: 'There is no type of datasource for them here.',
};

/** The rows with why they stay where they are. */
export const leftThings = ({ what, count, names }: LeftRows): LeftThings => ({
  ...{ what, count, names: [...names] },
  reason: reasons[what] ?? 'There is no place for them here.',
});
