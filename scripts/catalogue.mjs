// npm run catalogue [-- --read PYTHON]: see scripts/catalogue.ts.
import { runTyped } from './lib/dependencies.mjs';

await runTyped('catalogue.ts');
