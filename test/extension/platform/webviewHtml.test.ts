import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageHtml } from '../../../src/extension/platform/webviewHtml.js';

const page = {
  title: 'A "shop" & <more>',
  language: 'pt-br',
  nonce: 'n0nce',
  cspSource: 'https://webview',
  script: 'https://webview/page.js',
  styles: ['https://webview/page.css'],
  codicons: 'https://webview/codicon.css',
  showsFrames: false,
  drawsImages: false,
};

test('a page loads nothing but its own script and what the extension ships', () => {
  const html = pageHtml(page);
  const csp = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  assert.match(csp, /^default-src 'none'; script-src 'nonce-n0nce'; /);
  assert.doesNotMatch(csp, /unsafe|\*|https:\s|data:|connect-src/);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.match(html, /<script type="module" nonce="n0nce" src="https:\/\/webview\/page.js">/);
});

test('a title cannot break out of the page', () => {
  assert.match(pageHtml(page), /<title>A &quot;shop&quot; &amp; &lt;more&gt;<\/title>/);
});

test('a page that makes images may show those, and load none', () => {
  const csp = /img-src ([^;"]*)/.exec(pageHtml({ ...page, drawsImages: true }))?.[1];
  assert.equal(csp, 'https://webview data:');
});
