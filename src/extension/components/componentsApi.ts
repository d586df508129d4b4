import type { AccessMatrix, ComponentGraph, Impact } from '../../protocol/componentGraph.js';
import type {
  ComponentDetail,
  ScannedComponent,
  ScannedEndpoint,
} from '../../protocol/components.js';
import type { GraphWish } from '../../protocol/webviews.js';

/** What this feature asks of the service. Every method throws the problem the service answered with. */
export interface ComponentsApi {
  /** Reads what changed in the project's files. */
  scan(id: number): Promise<void>;
  /** Scans the project now, and again whenever its files change. */
  watch(id: number): Promise<void>;
  /** Follows the project's files no more. */
  unwatch(id: number): Promise<void>;
  /** `only`: the ids of those that are asked for, a few; null: every one. */
  components(id: number, only: readonly number[] | null): Promise<readonly ScannedComponent[]>;
  /** The component of a file of the project, by its path from the root; null where there is none. */
  componentAt(id: number, filePath: string): Promise<ScannedComponent | null>;
  /** One component with all that is known of it. */
  detail(id: number, componentId: number): Promise<ComponentDetail>;
  /** `only`: the ids of the components whose endpoints are asked for, a few; null: every one. */
  endpoints(id: number, only: readonly number[] | null): Promise<readonly ScannedEndpoint[]>;
}

/** What the page of a project's matrix asks. */
export interface MatrixApi {
  matrix(id: number): Promise<AccessMatrix>;
}

/** What the page of a project's graph asks. */
export interface GraphApi {
  graph(id: number, wish: Omit<GraphWish, 'isList'>): Promise<ComponentGraph>;
  /** What changing a node of the graph touches. */
  impact(id: number, of: string): Promise<Impact>;
}
