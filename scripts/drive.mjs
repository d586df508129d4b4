// npm run drive -- --workspace DIR --script FILE.mjs: see scripts/drive.ts.
import { runTyped } from './lib/dependencies.mjs';

await runTyped('drive.ts');
