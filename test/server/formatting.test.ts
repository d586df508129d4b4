import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Playground } from './playground.js';

const at = new Playground();
const options = { tabSize: 4, insertSpaces: true };
const text = '<q:component name="A">\n<p/>\n<p/>\n</q:component>\n';

/** A page in a project with that `.editorconfig`. */
async function opened(editorConfig: string | null) {
  const root = await at.project({});
  if (editorConfig !== null) {
    await writeFile(path.join(root, '.editorconfig'), `root = true\n${editorConfig}`);
  }
  const file = path.join(root, 'components', 'a.q');
  const pair = await at.start([root], { ...at.choosing(root), judge: false });
  await pair.open(file, text);
  const whole = (more: object = {}) =>
    pair.request<TextEdit[]>('textDocument/formatting', file, { options: { ...options, ...more } });
  return { root, file, pair, whole };
}

const written = (edits: TextEdit[]): string[] => edits.map(({ newText }) => newText);

describe('formatting a page', () => {
  it('changes what is to change, as the editor is set', async () => {
    const { whole } = await opened('');
    assert.deepEqual((await whole())[0], {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      newText: '    ',
    });
    assert.deepEqual(written(await whole({ insertSpaces: false })), ['\t', ' ', '\t', ' ']);
  });

  it('heeds .editorconfig more than the editor', async () => {
    const { whole } = await opened(
      '[*.q]\nindent_style = tab\nend_of_line = crlf\ninsert_final_newline = false\n',
    );
    const edits = written(await whole({ insertFinalNewline: true }));
    assert.deepEqual(edits, ['\r\n\t', ' ', '\r\n\t', ' ', '\r\n', '']);
  });

  it('takes the width of lines from .editorconfig', async () => {
    const { whole } = await opened('[*]\nindent_size = 3\nmax_line_length = 8\n');
    const edits = written(await whole());
    assert.ok(edits.includes('   '), edits.join('|'));
    assert.equal(written(await whole()).length, 4);
  });

  it('changes the selected lines alone', async () => {
    const { file, pair } = await opened('');
    const edits = await pair.request<TextEdit[]>('textDocument/rangeFormatting', file, {
      options,
      range: { start: { line: 2, character: 1 }, end: { line: 2, character: 2 } },
    });
    assert.deepEqual(
      edits.map(({ range }) => range.start.line),
      [2, 2],
    );
  });

  it('indents a line that was begun, and an end tag that was typed', async () => {
    const { file, pair } = await opened('');
    const onType = (line: number, character: number, ch: string) =>
      pair.request<TextEdit[]>('textDocument/onTypeFormatting', file, {
        options,
        position: { line, character },
        ch,
      });
    assert.deepEqual(written(await onType(1, 0, '\n')), ['    ']);
    await pair.changeLine(file, 3, '  </q:component>');
    assert.deepEqual(await onType(3, 16, '>'), [
      {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } },
        newText: '',
      },
    ]);
  });

  it('lays out CSS and SQL where the setting names them, from the next time on', async () => {
    const root = await at.project({});
    const file = path.join(root, 'components', 'a.q');
    const environment = { ...at.choosing(root), judge: false };
    const pair = await at.start([root], environment);
    const lines = [
      '<q:component name="A">',
      '    <style>a{b:c}</style>',
      '    <q:query name="q">select 1</q:query>',
      '</q:component>',
      '',
    ];
    const document = TextDocument.create('', 'quantum', 1, lines.join('\n'));
    await pair.open(file, document.getText());
    const after = async () =>
      TextDocument.applyEdits(
        document,
        await pair.request<TextEdit[]>('textDocument/formatting', file, { options }),
      );
    assert.equal(await after(), document.getText());
    await pair.setEnvironment({ ...environment, formatEmbedded: ['css'] });
    const css = ['    <style>', '        a {', '            b: c', '        }', '    </style>'];
    assert.equal(await after(), lines.toSpliced(1, 1, ...css).join('\n'));
    await pair.setEnvironment({ ...environment, formatEmbedded: ['sql'] });
    const sql = ['    <q:query name="q">', '        select', '            1', '    </q:query>'];
    assert.equal(await after(), lines.toSpliced(2, 1, ...sql).join('\n'));
  });

  it('answers for no configuration', async () => {
    const { root, pair } = await opened(null);
    const file = path.join(root, 'quantum.config.yaml');
    await pair.open(file, 'server:\n     port: 1\n', 'yaml');
    assert.deepEqual(await pair.request('textDocument/formatting', file, { options }), []);
  });
});
