import type { PreviewAsset, PreviewPage, PreviewRequest } from '../../protocol/preview.js';

/** The service's previews, as the extension uses them. */
export interface PreviewApi {
  render(projectId: number, request: PreviewRequest): Promise<PreviewPage>;
  asset(projectId: number, url: string): Promise<PreviewAsset>;
  /** The address of each page by its file, from the project's root. */
  routes(projectId: number): Promise<ReadonlyMap<string, string>>;
}
