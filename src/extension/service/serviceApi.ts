import type { OpenCode } from '../../protocol/service.js';

/** What the service's own commands ask of it. */
export interface ServiceApi {
  /** A code that lets a browser in once. @throws the service's problem */
  openCode(): Promise<OpenCode>;
}
