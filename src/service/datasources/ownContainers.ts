import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { ContainerSummary, Engine, Labels } from '../platform/docker/engine.js';
import type { DatasourceRow } from './datasourceRows.js';

const prefix = 'quantum-admin';
const datasourceLabel = `${prefix}.datasource`;
const ownerLabel = `${prefix}.owner`;
const preparedLabel = `${prefix}.prepared`;

/** How containers and volumes are known again: by labels that they carry from their first moment. */
export class OwnContainers {
  readonly owner: string;

  /** `place`: the folder of the service's files; another home on this machine has other containers. */
  constructor(place: string) {
    this.owner = createHash('sha256').update(`${hostname()} ${place}`).digest('hex').slice(0, 12);
  }

  /** `name=value` that all of them carry. */
  get label(): string {
    return `${ownerLabel}=${this.owner}`;
  }

  labels(row: DatasourceRow, job: number): Labels {
    return {
      [ownerLabel]: this.owner,
      [datasourceLabel]: String(row.id),
      [`${prefix}.project`]: String(row.project_id),
      [`${prefix}.job`]: String(job),
    };
  }

  /** Of a container that only holds client programs: no datasource has it, and it removes itself. */
  get holderLabels(): Labels {
    return { [`${prefix}.holder`]: this.owner };
  }

  /** Ids of datasources are never used again, so neither is a name. */
  name(row: Pick<DatasourceRow, 'id' | 'name'>): string {
    return `quantum-${row.name}-${this.owner.slice(0, 6)}-${row.id}`;
  }

  /** Of a volume that no datasource has yet, and of the container that fills it. */
  preparedLabels(id: number): Labels {
    return { [ownerLabel]: this.owner, [preparedLabel]: String(id) };
  }

  preparedName(type: string, id: number): string {
    return `quantum-prepared-${type}-${this.owner.slice(0, 6)}-${id}`;
  }

  /** The datasource that labels speak of, when they are of this service. */
  datasourceOf(labels: Labels): number | null {
    const id = labels[datasourceLabel];
    return labels[ownerLabel] === this.owner && id !== undefined ? Number(id) : null;
  }

  all(engine: Engine): Promise<ContainerSummary[]> {
    return engine.containers(this.label, true);
  }

  /** Containers that fill volumes. */
  async preparing(engine: Engine): Promise<ContainerSummary[]> {
    return (await this.all(engine)).filter(({ labels }) => preparedLabel in labels);
  }

  /** The container of a datasource; more than one were an error of ours, and the extra ones go. */
  async find(engine: Engine, row: DatasourceRow): Promise<string | null> {
    const label = `${datasourceLabel}=${row.id}`;
    const found = (await engine.containers(label, true)).filter(
      ({ labels }) => labels[ownerLabel] === this.owner,
    );
    const [keep, ...extra] = found.sort(
      (one, other) => Number(other.id === row.container_id) - Number(one.id === row.container_id),
    );
    for (const { id } of extra) await engine.remove(id);
    return keep?.id ?? null;
  }
}
