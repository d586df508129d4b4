// npm run soak -- NAME: see scripts/soak.ts.
import { runTyped } from './lib/dependencies.mjs';

await runTyped('soak.ts');
