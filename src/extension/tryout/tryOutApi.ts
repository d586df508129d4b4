import type { PreviewAsset } from '../../protocol/preview.js';
import type {
  SavedTest,
  SaveTestRequest,
  TryOutAnswer,
  TryOutEntry,
  TryOutForm,
  TryOutFormRequest,
  TryOutRequest,
  TryOutTarget,
} from '../../protocol/tryout.js';

/** The service's try-outs, as the extension uses them. */
export interface TryOutApi {
  form(projectId: number, request: TryOutFormRequest): Promise<TryOutForm>;
  send(projectId: number, request: TryOutRequest): Promise<TryOutAnswer>;
  saveTest(projectId: number, request: SaveTestRequest): Promise<SavedTest>;
  asset(projectId: number, target: TryOutTarget, url: string): Promise<PreviewAsset>;
  history(projectId: number): Promise<TryOutEntry[]>;
  clearHistory(projectId: number): Promise<void>;
}
