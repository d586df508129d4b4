import path from 'node:path';
import { offerOf } from '../../../src/language/refactoring/refactorings.js';
import { folderTexts } from '../project/folderTexts.js';
import { EditedProject } from '../navigation/editedProject.js';
import { Random } from '../../support/random.js';
import { withChanges, type Pair } from './refactored.js';

const base = path.join(import.meta.dirname, '../../../samples/storefront');
const texts = folderTexts(base);

/** Pages of the sample shop, and where each is visited. */
const pages: readonly (readonly [string, readonly string[]])[] = [
  ['components/index.q', ['/index']],
  ['components/catalogue.q', ['/catalogue', '/catalogue?q=mug', '/catalogue?q=nothing']],
  ['components/cart.q', ['/cart']],
  ['components/product/[id].q', ['/product/3']],
  ['components/about.q', ['/about']],
  ['components/_layout/StoreLayout.q', ['/about']],
  ['components/_parts/ProductCard.q', ['/index']],
  ['components/_parts/Pager.q', ['/catalogue']],
];

const session = { authenticated: true, userName: 'Ana', cartCount: 2, cartId: '1' };

/** Up to `count` refactorings of one kind in pages of the shop, at places drawn by chance. */
export async function shopPairs(
  kind: string,
  count: number,
  seed: number,
  where: 'tags' | 'elements',
): Promise<{ pairs: Pair[]; refused: Set<string> }> {
  const random = new Random(seed);
  const pairs: Pair[] = [];
  const refused = new Set<string>();
  const places = pages.flatMap(([file, visits]) => {
    const project = new EditedProject(texts);
    const context = project.context(file)!;
    return context.document.tokens.flatMap((token) =>
      token.kind === 'start' && token.element?.parent
        ? [{ file, visits, context, read: project.read, element: token.element }]
        : [],
    );
  });
  while (pairs.length < count && places.length > 0) {
    const [{ file, visits, context, read, element }] = places.splice(
      random.below(places.length),
      1,
    ) as [(typeof places)[number]];
    const { start } = element.tag;
    const last = element.endTag ?? element.tag;
    const end = where === 'tags' ? start + 1 : last.start + last.length;
    const offer = await offerOf(kind, {
      context,
      start: where === 'tags' ? end : start,
      end,
      read,
    });
    if (offer?.refusal) refused.add(offer.refusal);
    if (!offer?.changes) continue;
    const after = withChanges({ [file]: texts.get(file) ?? '' }, file, await offer.changes());
    const what = `${file}: ${context.document.text.slice(start, end)}`;
    const asked = visits.map((at) => ({ path: at, session }));
    pairs.push({ what, before: {}, after, base, visits: asked });
  }
  return { pairs, refused };
}
