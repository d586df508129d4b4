import assert from 'node:assert/strict';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { Random } from '../../support/random.js';
import { count, seed } from '../../support/slice.js';
import { openBrowser } from '../../service/running/runApp.js';

interface Outcome {
  readonly isChanged: boolean;
  readonly html: string;
  /** What the fields have, by their names. */
  readonly typed: Readonly<Record<string, string>>;
  /** Marks of elements that are the same objects as before. */
  readonly kept: readonly string[];
}

/** A blank page that can be brought from one state to another. */
async function changingPage(t: TestContext): Promise<Page> {
  const file = path.join(import.meta.dirname, '../../../webviews/shared/changeInPlace.ts');
  const { outputFiles } = await build({
    ...{ entryPoints: [file], bundle: true, write: false, format: 'iife', globalName: 'tried' },
  });
  const page = await (await openBrowser(t)).newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return page;
}

/** Shows the old body, types into its fields, changes it and says what came of it. */
function changed(page: Page, old: string, fresh: string): Promise<Outcome> {
  const program = `(() => {
    const body = (html) => new DOMParser().parseFromString('<body>' + html, 'text/html').body;
    document.body.replaceWith(document.importNode(body(${JSON.stringify(old)}), true));
    document.body.append(document.createElement('our-overlay'));
    for (const field of document.querySelectorAll('input')) field.value = 'typed ' + field.name;
    for (const one of document.querySelectorAll('[data-mark]')) one.was = true;
    const isChanged = tried.changeInPlace(document.body, body(${JSON.stringify(fresh)}), {
      isOurs: (node) => node.localName === 'our-overlay',
      keepsAttribute: (element, name) => name === 'open',
    });
    document.querySelector('our-overlay').remove();
    return {
      isChanged,
      html: document.body.innerHTML,
      typed: Object.fromEntries([...document.querySelectorAll('input')].map((one) => [one.name, one.value])),
      kept: [...document.querySelectorAll('[data-mark]')].filter((one) => one.was).map((one) => one.dataset.mark),
    };
  })()`;
  return page.evaluate<Outcome>(program);
}

const words = ['one', 'two', 'three', '<b>bold</b>', '&amp;'];

interface Tree {
  readonly tag: string;
  readonly id: string;
  text: string;
  title: string;
  readonly children: Tree[];
}

let named = 0;

function tree(of: Random, depth: number): Tree {
  const tag = depth === 0 ? of.pick(['p', 'input', 'span']) : of.pick(['div', 'ul', 'details']);
  const children =
    depth === 0 ? [] : Array.from({ length: of.below(5) }, () => tree(of, depth - 1));
  const id = tag === 'input' || of.below(5) === 0 ? `n${(named += 1)}` : '';
  return { tag, id, text: of.pick(words), title: of.pick(['', 'a', 'b']), children };
}

/** As the framework's own pages in a preview: each element with its number. */
function written(trees: readonly Tree[]): string {
  let number = 0;
  const write = ({ tag, id, text, title, children }: Tree): string => {
    const named = id === '' ? '' : ` id="${id}"`;
    const titled = title === '' ? '' : ` title="${title}"`;
    const opened = `<${tag} data-at="0:${(number += 1)}"${named}${titled}`;
    if (tag === 'input') return `${opened} name="${id}">`;
    return `${opened}>${text}\n${children.map(write).join('\n')}</${tag}>`;
  };
  return trees.map(write).join('\n');
}

function all(trees: readonly Tree[]): Tree[] {
  return trees.flatMap((one) => [one, ...all(one.children)]);
}

/** What an author does next. */
function edited(trees: Tree[], of: Random): Tree[] {
  const next = structuredClone(trees);
  for (let edit = of.below(3); edit >= 0; edit -= 1) {
    const one = of.pick(all(next));
    const at = of.below(one.children.length + 1);
    const kind = of.below(5);
    if (kind === 0) one.text = of.pick(words);
    else if (kind === 1) one.title = of.pick(['', 'a', 'b', 'c']);
    else if (kind === 2 && one.tag !== 'input' && one.tag !== 'p' && one.tag !== 'span')
      one.children.splice(at, 0, tree(of, 0));
    else if (kind === 3) one.children.splice(at, 1);
    else one.children.reverse();
  }
  return next;
}

test('a page is what it is to be, keeps what was typed, or is left for a morph as it was', async (t) => {
  const page = await changingPage(t);
  const of = new Random(seed);
  let changes = 0;
  const pages = count(150, 5_000);
  for (let turn = 0; turn < pages; turn += 1) {
    const trees = Array.from({ length: 1 + of.below(4) }, () => tree(of, 2));
    const old = written(trees);
    const fresh = written(edited(trees, of));
    const { isChanged, html, typed } = await changed(page, old, fresh);
    const why = `page ${turn} of seed ${seed}:\n${old}\n→\n${fresh}`;
    assert.equal(html, await parsedAs(page, isChanged ? fresh : old), why);
    for (const [name, value] of Object.entries(typed))
      if (old.includes(`name="${name}"`)) assert.equal(value, `typed ${name}`, why);
    if (isChanged) changes += 1;
  }
  // Else all of this would say nothing.
  assert.ok(changes > pages / 3, `${changes} of ${pages} were changed in place`);
});

const rows = (texts: readonly string[], first = 0): string =>
  texts
    .map((text, at) => `<p data-mark="${text}" data-at="0:${at + first}">${text}</p>`)
    .join('\n');

test('a row that comes, goes or changes leaves the others the elements they were', async (t) => {
  const page = await changingPage(t);
  const texts = Array.from({ length: 500 }, (_, at) => `Row ${at}`);
  for (const next of [
    texts.with(3, 'Another'),
    texts.toSpliced(3, 0, 'New', 'Newer'),
    texts.toSpliced(3, 2),
    texts.toSpliced(0, 1),
    [...texts, 'Last'],
  ]) {
    const { isChanged, html, kept } = await changed(page, rows(texts), rows(next));
    assert.ok(isChanged);
    assert.equal(html, rows(next));
    const stay = next.filter((text) => texts.includes(text));
    assert.ok(kept.filter((text) => stay.includes(text)).length === stay.length);
  }
});

test('what a person would lose is left for a morph', async (t) => {
  const page = await changingPage(t);
  for (const [old, fresh] of [
    ['<p>a</p><input name="x">', '<p>a</p><p>b</p>'],
    ['<div><i id="n">a</i></div><p>b</p>', '<div></div><p>b</p><i id="n">a</i>'],
    ['<textarea name="x">a</textarea>', '<textarea name="x">b</textarea>'],
    ['<template>a</template>', '<template>b</template>'],
  ] as const) {
    const { isChanged, html } = await changed(page, old, fresh);
    assert.equal(isChanged, false, old);
    assert.equal(html, await parsedAs(page, old));
  }
});

function parsedAs(page: Page, html: string): Promise<string> {
  return page.evaluate<string>(
    `new DOMParser().parseFromString('<body>' + ${JSON.stringify(html)}, 'text/html').body.innerHTML`,
  );
}
