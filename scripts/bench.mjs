// npm run bench -- NAME [--json]: see scripts/bench.ts.
import { runTyped } from './lib/dependencies.mjs';

await runTyped('bench.ts');
