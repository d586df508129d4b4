import type {
  ComponentDetail,
  ScannedComponent,
  ScannedEndpoint,
} from '../../protocol/components.js';

/** What this feature asks of the service. Every method throws the problem the service answered with. */
export interface ComponentsApi {
  /** Reads what changed in the project's files. */
  scan(id: number): Promise<void>;
  /** Scans the project now, and again whenever its files change. */
  watch(id: number): Promise<void>;
  components(id: number): Promise<readonly ScannedComponent[]>;
  /** One component with all that is known of it. */
  detail(id: number, componentId: number): Promise<ComponentDetail>;
  endpoints(id: number): Promise<readonly ScannedEndpoint[]>;
}
