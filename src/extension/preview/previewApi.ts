import type { PreviewAsset, PreviewPage, PreviewRequest } from '../../protocol/preview.js';
import type { FilePlace } from './previewSubject.js';

/** The service's previews, as the extension uses them. */
export interface PreviewApi {
  render(projectId: number, request: PreviewRequest): Promise<PreviewPage>;
  asset(projectId: number, url: string): Promise<PreviewAsset>;
  /** What a file of the project, as it is now, is to the framework; null for none that it reads. */
  place(projectId: number, filePath: string): Promise<FilePlace | null>;
  /** The files of the project's layouts, as of when it was read last. */
  layouts(projectId: number): Promise<string[]>;
}
