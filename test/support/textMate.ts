import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const embedded = new Set(['source.js', 'source.css', 'source.sql', 'source.python']);

/** The committed TextMate grammar, run as the editor runs it; in the languages it embeds every word is marked `word.<language>`. */
export async function loadTextMate(): Promise<textmate.IGrammar> {
  const require = createRequire(path.resolve('package.json'));
  const wasm = await readFile(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      if (scope === 'text.html.quantum') {
        const file = 'grammars/quantum.tmLanguage.json';
        return textmate.parseRawGrammar(await readFile(file, 'utf8'), file);
      }
      if (!embedded.has(scope)) throw new Error(`no such grammar: ${scope}`);
      return textmate.parseRawGrammar(JSON.stringify(standIn(scope)), 'embedded.json');
    },
  });
  const grammar = await registry.loadGrammar('text.html.quantum');
  if (!grammar) throw new Error('the grammar does not load');
  return grammar;
}

/** The editor brings the real grammars; these mark words, and strings that run over lines as the real ones' do. */
function standIn(scopeName: string): object {
  const language = scopeName.slice('source.'.length);
  const patterns = [
    { begin: '`', end: '`', name: `string.${language}` },
    { begin: "'", end: "'", name: `string.${language}` },
    { match: '\\w+', name: `word.${language}` },
  ];
  return { scopeName, patterns, repository: { 'rule-list-innards': { patterns } } };
}

/** The scopes at every offset of `text`, outermost first; none at line breaks. @throws Error on a line that takes too long. */
export function scopesOf(grammar: textmate.IGrammar, text: string): readonly string[][] {
  const all: string[][] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, stack, 2000);
    if (stoppedEarly) throw new Error(`stopped early: ${line.slice(0, 40)}`);
    for (const { startIndex, endIndex, scopes } of tokens) {
      for (let at = startIndex; at < Math.min(endIndex, line.length); at += 1) all.push(scopes);
    }
    all.push([]);
    stack = ruleStack;
  }
  return all;
}
