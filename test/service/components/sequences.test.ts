import assert from 'node:assert/strict';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import type { ComponentGraph } from '../../../src/protocol/componentGraph.js';
import type { ScannedEndpoint } from '../../../src/protocol/components.js';
import { count, seed } from '../../support/slice.js';
import { startComponents, type ComponentApp } from './componentApp.js';

const places = [
  'index',
  'about',
  'Card',
  '_parts/Card',
  '_parts/Row',
  'orders/[id]',
  'orders/index',
];
const texts = [
  '<q:component name="a"><Card /><Row title="x" /></q:component>',
  '<q:component name="b" require_auth="true"><q:import component="Card" from="_parts" /><Card /></q:component>',
  '<q:component name="c"><q:action name="save"><q:param name="id" /></q:action><a href="/orders/7">o</a></q:component>',
  '<q:component name="d"><q:action name="save" method="PUT" /><q:action name="save" /></q:component>',
  '<q:component name="e"><q:sett /></q:component>',
  '<q:component name="f"><slot /><a href="/about">a</a></q:component>',
  '',
];
const place = fc.constantFrom(...places);
const page = fc.record({ at: place, text: fc.constantFrom(...texts) });
const step = fc.oneof(
  page.map((one) => ({ kind: 'write' as const, pages: [one] })),
  fc.record({ kind: fc.constant('rename' as const), at: place, to: place }),
  fc.record({ kind: fc.constant('remove' as const), at: place }),
  // A checkout: much at once.
  fc
    .array(page, { minLength: 4, maxLength: 8 })
    .map((pages) => ({ kind: 'write' as const, pages })),
  fc.record({
    kind: fc.constant('configure' as const),
    folder: fc.constantFrom('components', 'pages'),
  }),
  fc.constant({ kind: 'scan' as const }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(root: string, step: Step): Promise<void> {
  const file = (at: string): string => path.join(root, 'components', `${at}.q`);
  switch (step.kind) {
    case 'write':
      for (const { at, text } of step.pages) {
        await mkdir(path.dirname(file(at)), { recursive: true });
        await writeFile(file(at), text);
      }
      return;
    case 'rename':
      await mkdir(path.dirname(file(step.to)), { recursive: true });
      await rename(file(step.at), file(step.to)).catch(() => undefined);
      return;
    case 'remove':
      await rm(file(step.at), { force: true });
      return;
    case 'configure':
      await writeFile(
        path.join(root, 'quantum.config.yaml'),
        `paths:\n  components: ${step.folder}\n`,
      );
      return;
    case 'scan':
      return;
  }
}

/** All that the API tells, without what depends on the way there. */
async function picture(app: ComponentApp): Promise<object> {
  const components = (await app.components()).map(({ id: _, lastCompiled: __, ...rest }) => rest);
  const endpoints = await app.get<ScannedEndpoint[]>('endpoints');
  const bare = endpoints.map(({ id: _, componentId: __, ...rest }) => JSON.stringify(rest));
  const { nodes, edges } = await app.get<ComponentGraph>('graph');
  const graph = [...nodes, ...edges].map((one) => JSON.stringify(one));
  return { components, endpoints: bare.sort(), graph: graph.sort() };
}

test('whatever happens to the files, the tables end as a fresh scan has them', async (t) => {
  const app = await startComponents(t, {});
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const name of await readdir(app.root))
        await rm(path.join(app.root, name), { recursive: true });
      await writeFile(path.join(app.root, 'quantum.config.yaml'), '');
      for (const one of steps) {
        await take(app.root, one);
        if (one.kind === 'scan') await app.post('scan');
      }
      await app.post('scan');
      app.events();
      await app.post('scan');
      assert.deepEqual(app.events(), [], 'a scan of what was scanned tells nothing');
      const kept = await picture(app);
      await app.call('DELETE', `/api/projects/${app.id}`);
      await app.open(app.root);
      await app.post('scan');
      assert.deepEqual(kept, await picture(app));
    }),
    { numRuns: count(40, 300), seed },
  );
});
