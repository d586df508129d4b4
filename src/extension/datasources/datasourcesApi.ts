import type {
  AdoptableContainer,
  AdoptContainer,
  ImportAdmin,
  ImportReport,
} from '../../protocol/datasourceAdoption.js';
import type { ByNameOfferState, ByNameServerState } from '../../protocol/datasourceByName.js';
import type { DockerSettings } from '../../protocol/docker.js';
import type {
  ConnectionTest,
  CreateDatasource,
  Datasource,
  DatasourceDetail,
  DatasourceKind,
  DatasourceLogLine,
  DatasourcePassword,
  DatasourceStatus,
  DatasourceUsage,
  DatasourceUse,
  DeleteDatasourceQuery,
  DockerInfo,
  TestConnection,
  UpdateDatasource,
} from '../../protocol/datasources.js';
import type { PreparedVolumes } from '../../protocol/preparedVolumes.js';

export type LifeAction = 'start' | 'stop' | 'restart' | 'setup';

/** What datasources ask of the service. Work that takes long answers a datasource with its job. */
export interface DatasourcesApi {
  list(projectId: number): Promise<readonly Datasource[]>;
  detail(id: number): Promise<DatasourceDetail>;
  status(id: number): Promise<DatasourceStatus>;
  kinds(): Promise<readonly DatasourceKind[]>;
  docker(): Promise<DockerInfo>;
  dockerSettings(): Promise<DockerSettings>;
  chooseDocker(settings: DockerSettings): Promise<DockerSettings>;
  create(projectId: number, body: CreateDatasource): Promise<Datasource>;
  update(id: number, body: UpdateDatasource): Promise<Datasource>;
  duplicate(id: number, name: string): Promise<Datasource>;
  remove(id: number, query: DeleteDatasourceQuery): Promise<Datasource>;
  act(id: number, action: LifeAction): Promise<Datasource>;
  /** Of a datasource that is there. */
  test(id: number): Promise<ConnectionTest>;
  /** Before anything is saved. */
  tryOut(body: TestConnection): Promise<ConnectionTest>;
  use(id: number): Promise<DatasourceUse>;
  /** Containers of others that could be connected to. */
  adoptable(): Promise<readonly AdoptableContainer[]>;
  adopt(projectId: number, body: AdoptContainer): Promise<Datasource>;
  importAdmin(body: ImportAdmin): Promise<ImportReport>;
  /** Both by the absolute path of a file of SQL. */
  load(id: number, path: string): Promise<Datasource>;
  dump(id: number, path: string): Promise<Datasource>;
  /** Whether datasources are told by name to programs without a token. */
  byNameServer(): Promise<ByNameServerState>;
  /** Whether that should be offered for a project. */
  byNameOffer(projectId: number): Promise<ByNameOfferState>;
  declineByName(projectId: number): Promise<ByNameOfferState>;
  serveByName(enabled: boolean): Promise<ByNameServerState>;
  /** Whether volumes are prepared for new datasources, and which wait. */
  preparedVolumes(): Promise<PreparedVolumes>;
  prepareVolumes(enabled: boolean): Promise<PreparedVolumes>;
  /** Audited. */
  password(id: number): Promise<DatasourcePassword>;
  /** What the container uses, once a second, until it ends or `signal` aborts. */
  usage(id: number, signal: AbortSignal): AsyncIterable<DatasourceUsage>;
  /** The last lines, then each new one, until the container is gone or `signal` aborts. */
  logLines(id: number, lines: number, signal: AbortSignal): AsyncIterable<DatasourceLogLine>;
}
