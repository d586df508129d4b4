// npm run package: see scripts/package.ts.
import { runTyped } from './lib/dependencies.mjs';

await runTyped('package.ts');
