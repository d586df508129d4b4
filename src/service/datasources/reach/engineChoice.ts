import type { DockerSettings } from '../../../protocol/docker.js';
import { AuditLog } from '../../platform/audit/auditLog.js';
import type { EnginePlace } from '../../platform/docker/enginePlace.js';
import { sshTargetOf } from '../../platform/docker/ssh/sshTarget.js';
import type { Platform } from '../../platform/feature.js';
import { AppError } from '../../platform/problem.js';
import { removeSetting, setSetting, settingOf } from '../datasourceSettings.js';

const names = { host: 'docker.host', connectAddress: 'docker.connectAddress' } as const;

export interface StoredChoiceOptions {
  readonly platform: Platform;
  readonly place: EnginePlace;
  /** It may be another engine from now on. */
  onChange(): void;
}

/** Where a person says the engine is: kept, and of effect at once. */
export class StoredEngineChoice {
  private readonly audit: AuditLog;

  constructor(private readonly options: StoredChoiceOptions) {
    this.audit = new AuditLog(options.platform.now);
  }

  get(): DockerSettings {
    return this.options.place.choice;
  }

  /** Reads what was chosen before. */
  async start(): Promise<void> {
    const { platform, place } = this.options;
    place.choice = await platform.store.read(async (db) => ({
      host: await settingOf(db, names.host),
      connectAddress: await settingOf(db, names.connectAddress),
    }));
  }

  /** @throws invalid-request for what is no address of an engine */
  async set(asked: DockerSettings, caller: string): Promise<DockerSettings> {
    const { platform, place } = this.options;
    const choice = { host: asked.host || null, connectAddress: asked.connectAddress || null };
    if (JSON.stringify(choice) === JSON.stringify(place.choice)) return choice;
    if (choice.host !== null) checkHost(choice.host);
    await platform.store.write(async (tx) => {
      for (const key of ['host', 'connectAddress'] as const) {
        const value = choice[key];
        await (value === null ? removeSetting(tx, names[key]) : setSetting(tx, names[key], value));
      }
      await this.audit.append(tx, {
        ...{ action: 'docker.settings', outcome: 'granted', caller, project_id: null },
        subject: choice.host ?? 'default',
      });
    });
    place.choice = choice;
    this.options.onChange();
    return choice;
  }
}

function checkHost(host: string): void {
  const refuse = (): AppError =>
    new AppError(
      'invalid-request',
      `${host} is no address of a Docker engine.`,
      'Write unix:///path, npipe:////./pipe/name, tcp://host:port, https://host:port or ssh://user@host.',
    );
  if (!/^(unix|npipe|tcp|https?|ssh):\/\/./.test(host)) throw refuse();
  if (/^(unix|npipe):/.test(host)) return;
  try {
    if (host.startsWith('ssh:')) sshTargetOf(host);
    else new URL(host);
  } catch {
    throw refuse();
  }
}
