import type { ByNameServerState, RuntimeDatasource } from '../../../protocol/datasourceByName.js';
import { AuditLog } from '../../platform/audit/auditLog.js';
import { isAppError } from '../../platform/problem.js';
import type { Peer } from '../../platform/sockets/peer.js';
import type { Db } from '../../platform/store/store.js';
import { isSet, removeSetting, setSetting } from '../datasourceSettings.js';
import { ByNameServer } from './byNameServer.js';
import type { LookupPorts, LookupPlace, RuntimeLookup } from './runtimeLookup.js';

export interface ByNameSwitchOptions extends Pick<LookupPorts, 'platform'> {
  readonly lookup: RuntimeLookup;
  readonly port: number;
  /** Keeps the service from leaving while it is asked by programs that cannot start it. */
  hold(what: string): { dispose(): void };
}

const setting = 'serve-by-name';
/** Of processes whose question is written down already. */
const longestMemory = 1_000;

/** Whether datasources are told by name to whoever has no token: off, until a person switches it on. */
export class ByNameSwitch {
  private readonly server: ByNameServer;
  private readonly audit: AuditLog;
  private readonly written = new Set<string>();
  private held: { dispose(): void } | null = null;
  private problem: { readonly detail: string; readonly repair: string | null } | null = null;

  constructor(private readonly options: ByNameSwitchOptions) {
    const { port, platform } = options;
    this.audit = new AuditLog(platform.now);
    this.server = new ByNameServer({
      ...{ port, log: platform.log },
      answer: (name, peer) => this.toPeer(name, peer),
      refused: (subject, caller) => this.write(null, subject, caller, 'refused'),
    });
  }

  async state(): Promise<ByNameServerState> {
    const { port, platform } = this.options;
    return {
      enabled: await platform.store.read(isOn),
      listening: this.server.isListening,
      address: `http://localhost:${port}/api/datasources/by-name/`,
      problem: this.problem?.detail ?? null,
      repair: this.problem?.repair ?? null,
    };
  }

  /**
   * Switches it; who did is written down, and every window is told once it is done.
   * @throws port-taken; it is switched on all the same, and tried again with the next start.
   */
  async set(enabled: boolean, caller: string): Promise<ByNameServerState> {
    const { store, events } = this.options.platform;
    await store.write(async (tx) => {
      await (enabled ? setSetting(tx, setting) : removeSetting(tx, setting));
      await this.audit.append(tx, {
        ...{ action: 'datasource.serve-by-name', outcome: 'granted', caller },
        ...{ project_id: null, subject: enabled ? 'on' : 'off' },
      });
    });
    try {
      if (enabled) await this.listen();
      else await this.stop();
    } finally {
      await store.write((tx) =>
        events.append(tx, { type: 'by_name_server_changed', projectId: null, enabled }),
      );
    }
    return this.state();
  }

  async start(): Promise<void> {
    if (!(await this.options.platform.store.read(isOn))) return;
    try {
      await this.listen();
    } catch (error) {
      this.options.platform.log.warn({ err: error }, 'datasources are not told by name');
    }
  }

  async stop(): Promise<void> {
    this.problem = null;
    await this.server.close();
    this.held?.dispose();
    this.held = null;
  }

  /** The same for a caller with a token. */
  async toCaller(name: string, place: LookupPlace, caller: string): Promise<RuntimeDatasource> {
    const row = await this.options.lookup.find(name, place);
    await this.write(row.project_id, name, caller, 'granted');
    return this.options.lookup.answer(row);
  }

  private async listen(): Promise<void> {
    try {
      await this.server.listen();
      this.problem = null;
      this.held ??= this.options.hold('datasources by name');
    } catch (error) {
      const { detail, repair } = isAppError(error)
        ? error
        : { detail: String(error), repair: null };
      this.problem = { detail, repair: repair ?? null };
      throw error;
    }
  }

  private async toPeer(name: string, { process: asking }: Peer): Promise<RuntimeDatasource> {
    const row = await this.options.lookup.find(name, { folder: asking?.folder ?? null });
    // It asks before each query: who asked is written down once.
    const key = `${asking?.pid} ${asking?.started} ${row.id}`;
    if (asking === null || !this.written.has(key)) {
      const caller = asking === null ? 'a program' : `process ${asking.pid} (${asking.program})`;
      await this.write(row.project_id, name, caller, 'granted');
      if (this.written.size >= longestMemory) this.written.clear();
      this.written.add(key);
    }
    return this.options.lookup.answer(row);
  }

  private write(
    project: number | null,
    subject: string,
    caller: string,
    outcome: 'granted' | 'refused',
  ): Promise<void> {
    return this.options.platform.store.write((tx) =>
      this.audit.append(tx, {
        ...{ action: 'datasource.by-name', outcome, caller },
        ...{ project_id: project, subject },
      }),
    );
  }
}

const isOn = (db: Db): Promise<boolean> => isSet(db, setting);
