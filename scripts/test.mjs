// npm test [-- NAME…]: see scripts/test.ts.
import { runTyped } from './lib/dependencies.mjs';

await runTyped('test.ts');
