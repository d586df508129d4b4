import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { quantumPython } from './pythonEnvironment.js';

/** What the framework makes of an expression: whether it takes it, and the names it reads. */
export interface FrameworkVerdict {
  readonly accepts: boolean;
  readonly names: readonly string[];
}

/** What the framework finds in a text: its groups, and the whole group when the text is nothing else. */
export interface FrameworkGroups {
  readonly groups: readonly (readonly [start: number, end: number, kind: string])[];
  readonly isWhole: boolean;
  readonly condition: string;
}

/**
 * Parsed, within the whitelist, and without what fails whatever the values are: a call of anything but a name,
 * a slice with a step or beside another index, unpacking.
 */
const driver = `
import ast, json, re, sys, warnings
warnings.simplefilter('ignore')
from quantum.core.expression_diagnostics import looks_like_json_object
from quantum.core.expressions import (
    ExpressionEvaluator, ExpressionError, _normalise_js_operators, is_regex_quantifier, names_read)
from quantum.core.html_compat import normalise_html
from quantum.runtime.conditions import _BRACES
from xml.etree import ElementTree
evaluator = ExpressionEvaluator()
def fails(node):
    if isinstance(node, ast.Call):
        return not isinstance(node.func, ast.Name) or any(k.arg is None for k in node.keywords)
    if isinstance(node, ast.Dict):
        return None in node.keys
    if isinstance(node, ast.Subscript):
        if isinstance(node.slice, ast.Slice):
            return node.slice.step is not None
        return isinstance(node.slice, ast.Tuple) and any(isinstance(n, ast.Slice) for n in node.slice.elts)
    return False
def accepts(text):
    stripped = text.strip()
    if not stripped or len(stripped) > evaluator.max_length:
        return False
    source = _normalise_js_operators(stripped)
    try:
        tree = ast.parse(source, mode='eval')
    except (SyntaxError, ValueError, MemoryError):
        return False
    try:
        evaluator._validate(tree, source)
    except ExpressionError:
        return False
    return not any(fails(node) for node in ast.walk(tree))
def verdict(text):
    ok = accepts(text)
    return {'accepts': ok, 'names': sorted(names_read(text)) if ok else []}
def decoded(raw):
    document = normalise_html('<p title="' + raw.replace('"', '&quot;') + '">' + raw + '</p>')
    try:
        element = ElementTree.fromstring(document)
    except ElementTree.ParseError:
        return None
    return {'attribute': element.get('title'), 'text': element.text or ''}
def units(text, at):
    return len(text[:at].encode('utf-16-le', 'surrogatepass')) // 2
def kind(inside):
    if is_regex_quantifier(inside.strip()):
        return 'quantifier'
    return 'json' if looks_like_json_object(inside.strip()) and not accepts(inside) else 'expression'
def groups(text):
    whole = _BRACES.fullmatch(text.strip())
    return {
        'groups': [[units(text, m.start()), units(text, m.end()), kind(m.group(1))] for m in _BRACES.finditer(text)],
        'isWhole': whole is not None,
        'condition': _BRACES.sub(lambda m: m.group(1), text),
    }
asked = json.load(sys.stdin)
json.dump([{'verdict': verdict, 'groups': groups, 'decoded': decoded}[asked['what']](text) for text in asked['texts']], sys.stdout)
`;

/** What XML makes of a text once the framework has rewritten the HTML in it. */
export interface FrameworkDecoded {
  readonly attribute: string;
  readonly text: string;
}

async function ask<T>(
  what: 'verdict' | 'groups' | 'decoded',
  texts: readonly string[],
): Promise<T[]> {
  const asked = spawnSync(await quantumPython(), ['-I', '-c', driver], {
    input: JSON.stringify({ what, texts }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(asked.status, 0, asked.stderr);
  return JSON.parse(asked.stdout) as T[];
}

/** The framework's own verdict on each expression. */
export function frameworkVerdicts(texts: readonly string[]): Promise<FrameworkVerdict[]> {
  return ask('verdict', texts);
}

/** What the framework's own patterns find in each text. */
export function frameworkGroups(texts: readonly string[]): Promise<FrameworkGroups[]> {
  return ask('groups', texts);
}

/** Each raw text as the framework reads it in an attribute and in an element; null where XML refuses it. */
export function frameworkDecoded(raws: readonly string[]): Promise<(FrameworkDecoded | null)[]> {
  return ask('decoded', raws);
}
