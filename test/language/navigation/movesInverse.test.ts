import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { FileMove } from '../../../src/language/navigation/moves/fileMove.js';
import { pathOfLink } from '../../../src/language/project/links.js';
import { Random } from '../../support/random.js';
import { count, seed } from '../../support/slice.js';
import { folderTexts } from '../project/folderTexts.js';
import { EditedProject } from './editedProject.js';

const samples = path.join(import.meta.dirname, '../../../samples');

describe(`a move and its inverse (seed ${seed})`, () => {
  for (const sample of ['storefront', 'idioms']) {
    it(`restore every byte of samples/${sample}, and lose nobody in between`, async () => {
      const random = new Random(seed);
      const before = new EditedProject(folderTexts(path.join(samples, sample)));
      for (let at = count(40, 400); at > 0; at -= 1) await thereAndBack(before, random);
    });
  }

  it('restore every byte of whatever project, and lose nobody in between', async () => {
    const random = new Random(seed);
    for (let at = count(150, 5000); at > 0; at -= 1) {
      await thereAndBack(new EditedProject(projectBy(random)), random);
    }
  });
});

async function thereAndBack(before: EditedProject, random: Random): Promise<void> {
  const move = moveIn(before, random);
  const why = `${move.from} → ${move.to} (seed ${seed})`;
  const after = await before.moved([move]);
  const follow = (file: string): string =>
    file === move.from || file.startsWith(`${move.from}/`)
      ? move.to + file.slice(move.from.length)
      : file;
  const expected = namedIn(before).map((line) => line.map(follow).join(' '));
  assert.deepEqual(
    namedIn(after)
      .map((line) => line.join(' '))
      .sort(),
    expected.sort(),
    why,
  );
  const back = await after.moved([{ from: move.to, to: move.from }]);
  assert.deepEqual([...back.texts].sort(), [...before.texts].sort(), why);
}

/** Which files are called, and which pages and static files linked, by which: each as often as it is. */
function namedIn({ project }: EditedProject): string[][] {
  const target = (address: string): string =>
    (address.startsWith('/static/')
      ? project.staticPath(decodeURIComponent(address.slice(8)))
      : null) ??
    project.page(address)?.path ??
    '';
  return [...project.files.values()].flatMap((file) => [
    ...file.calls.map(({ name }) => [file.path, project.component(name, file.path)?.path ?? '']),
    ...file.links.map(({ name }) => [file.path, target(pathOfLink(name))]),
  ]);
}

/** A file or a folder, and a place where nothing is yet. */
function moveIn({ texts }: EditedProject, random: Random): FileMove {
  if (random.chance(0.25)) return staticMoveIn(texts, random);
  const from = random.pick([...texts.keys()].filter((file) => /^components\/.*\.q$/.test(file)));
  const [name = ''] = /[^/]*$/.exec(from) ?? [];
  const folder = from.slice(0, from.length - name.length);
  if (folder !== 'components/' && random.chance(0.4)) {
    const to = folder.includes('/_')
      ? ['components/_zoo', 'components/zoo/_a']
      : ['components/zoo'];
    return { from: folder.slice(0, -1), to: random.pick(to) };
  }
  // What a page is asked for must be told by its new path too; the first of a folder stays one.
  const isFixed = name.startsWith('[') || name === 'index.q';
  const isComponent = /^[A-Z]|_/.test(name);
  const named = isFixed
    ? name
    : isComponent
      ? random.pick([name, 'Zebra.q', name.includes('_') ? 'zebra_foal.q' : 'ZebraFoal.q'])
      : 'zebra.q';
  const places = isFixed ? [`${folder}zoo/`] : ['components/', 'components/zoo/', folder];
  const to = random.pick(places.map((place) => place + named).filter((file) => !texts.has(file)));
  return { from, to };
}

/** A static file or a folder of them. */
function staticMoveIn(texts: ReadonlyMap<string, string>, random: Random): FileMove {
  const from = random.pick([...texts.keys()].filter((file) => file.startsWith('static/')));
  const folder = from.slice(0, from.lastIndexOf('/'));
  if (folder !== 'static' && random.chance(0.4)) return { from: folder, to: 'static/the zoo' };
  const suffix = /[^.]*$/.exec(from)?.[0] ?? '';
  const places = ['static', 'static/zoo', 'static/a (b)', folder];
  return {
    from,
    to: `${random.pick(places)}/${random.pick(['zebra', "o'zoo", 'z(1) é'])}.${suffix}`,
  };
}

/** Components in two folders, and a page that calls them in every way there is. */
function projectBy(random: Random): Map<string, string> {
  const texts = new Map<string, string>();
  const lines: string[] = [];
  const calls: string[] = [];
  const top: string[] = [];
  const names = ['Card', 'PriceTag', 'user_menu', 'footer_note'];
  for (const name of names) {
    const tag = name.replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
    const folder = random.pick(['', '_parts', 'shop/_parts']);
    texts.set(
      `components/${folder === '' ? '' : `${folder}/`}${name}.q`,
      `<q:component name="${random.pick([name, 'x'])}"><p>{${random.pick(['a', 'b'])}}</p></q:component>`,
    );
    const alias = `as="${tag}"`;
    const from = `from="${random.pick(['', './', '../'])}${folder}${random.pick(['', '/'])}"`;
    const named = `component="${name}"`;
    const isTag = name === tag;
    const ours = `<q:import ${named} from="${folder}"${isTag ? '' : ` ${alias}`} />`;
    if (folder !== '' && random.chance(0.3)) top.push(ours);
    else if (folder !== '') {
      const as = isTag && random.chance(0.5) ? '' : ` ${alias}`;
      lines.push(
        random.pick([
          `<q:import ${named} ${from}${as}/>`,
          `<q:import  ${from} ${named}${as} />`,
          ours,
        ]),
      );
    } else if (random.chance(0.5)) lines.push(`<q:import ${named} ${alias}/>`);
    else if (isTag && random.chance(0.3)) lines.push(`<q:import ${named}/>`);
    for (let at = random.below(3); at > 0; at -= 1) {
      calls.push(random.pick([`<${tag}/>`, `<${tag} a="1">\n  text\n</${tag}>`]));
    }
  }
  texts.set('components/shop/[id].q', '<q:component name="p"><p>{id}</p></q:component>');
  texts.set('components/shop/index.q', '<q:component name="p"><p/></q:component>');
  calls.push(
    random.pick(['<a href="/shop/{a/2}?b=/shop#c">x</a>', '<ui:link to="/shop/"/>', '']),
    random.pick(['<form action="/shop" method="post"/>', '<a href="/about.q">x</a>', '']),
  );
  texts.set('components/about.q', '<q:component name="about"/>');
  for (const file of ['site.css', 'img/a b.svg', 'img/c.svg']) texts.set(`static/${file}`, '');
  calls.push(
    random.pick(['<link rel="stylesheet" href="/static/site.css?v=2"/>', '']),
    random.pick(['<img src="/static/img/a%20b.svg"/>', '<ui:avatar src="/static/img/c.svg"/>', '']),
    random.pick([
      '<style>@import "/static/site.css"; p { background: url( "/static/img/c.svg" ) }</style>',
      '<style><![CDATA[p > b { background: URL(/static/img/a%20b.svg#x) }]]></style>',
      `<p style="background: url('/static/img/c.svg'), url(/static/img/a%20b.svg); width: {w}px"/>`,
      '<p style="background: url(&quot;/static/img/c.svg&quot;)"/>',
      '',
    ]),
  );
  const space = random.pick(['\n', '\n  ', '', '\r\n    ']);
  const body = [...top, ...lines, ...calls].map((line) => space + line).join('');
  texts.set('components/p.q', `<q:component name="p">${body}\n</q:component>`);
  return texts;
}
