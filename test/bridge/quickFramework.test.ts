import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { quantumPython } from '../support/pythonEnvironment.js';

/** What each question is answered, asked twice, as the framework is or with what is done once. */
const asked = `
import json, sys
sys.path.insert(0, sys.argv[1])
import yaml
from flask import Flask, url_for
from quantum.core import expressions
from quantum.core.parser import QuantumParser
from quantum.runtime.component import ComponentRuntime

if sys.argv[2] == 'quick':
    from quantum_bridge import quick_framework, quick_yaml
    quick_framework.install()
    quick_yaml.remember_yaml(yaml)

def answered(ask, *given):
    try:
        return repr(ask(*given))
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)

def evaluated(text, values):
    return expressions.ExpressionEvaluator().evaluate(text, values)

EXPRESSIONS = ['1 + a', 'a && !b', "'x' + a", 'a.b.c', 'a["__class__"]', 'a.__class__', '[x for x in a]', '1 +', '',
    '-' * 300 + '1', 'upper(a)', '9**9**9', 'a in [1, "2"]', '"\\\\d" == a', 'lambda: 1', 'nothing(a)', '{"k": a}["k"]']
TEXTS = ['', 'a: 1', 'a: [1, 2.5, yes, null, 2026-01-15]', 'a: &x {b: 1}\\nc: *x', 'a: b: c', '"unclosed',
    'datasources:\\n  db: {database: /tmp/quantum-test-%s/db.db}\\n',
    'text: "' + 'long words ' * 12 + '/tmp/quantum-test-%s/x ' + 'and more ' * 9 + '"']
shared = {'one': 1}
VALUES = [{'b': 1, 'a': [True, None, 1.5, '1', 'yes', 'a: b', ' x ', 'ü', 'x\\ny']}, {1: 2}, [], {'x': shared, 'y': shared},
    {'x': {'one': 1}, 'y': {'one': 1}}, ('a', 'b'), {'at': '/tmp/quantum-test-%s/db.db', 'n': 'word ' * 30 + 'quantum-test-%s'}]

def filled(value, name):
    if isinstance(value, str):
        return value.replace('%s', name)
    if isinstance(value, dict) and 'x' not in value:
        return {filled(key, name): filled(one, name) for key, one in value.items()}
    return value

def links():
    app = Flask('app')
    app.add_url_rule('/things/<int:number>/<path:rest>', 'thing', lambda: '')
    with app.test_request_context():
        return [url_for('thing', number=3, rest='a/b', more='ü&'), answered(lambda: url_for('thing', number='x'))]

told = []
for name in ('abcdefgh', 'a_2_c_4_', 'abcdefgh'):
    for values in ({'a': 1, 'b': 0}, {'a': '2', 'b': ''}, {'a': {'b': {'c': 3}}}):
        told += [answered(evaluated, text, values) for text in EXPRESSIONS]
    told += [answered(yaml.safe_load, filled(text, name)) for text in TEXTS]
    for value in VALUES:
        text = answered(yaml.safe_dump, filled(value, name))
        told += [text, answered(lambda: yaml.safe_dump(filled(value, name), allow_unicode=True))]
    loaded = yaml.safe_load('a: {b: [1]}')
    loaded['a']['b'].append(2)
    told.append(repr(loaded))
    told.append(answered(links))
    told.append(answered(lambda: sorted(one.__name__ for one in ComponentRuntime().executor_registry.registered_types)))
    told.append(answered(lambda: sorted(QuantumParser().parser_registry.registered_tags)))
print(json.dumps(told))
`;

test('what is done once answers as if it had been done each time', async () => {
  const python = await quantumPython();
  const answers = async (how: string) => {
    const given = ['-I', '-X', 'utf8', '-B', '-c', asked, path.resolve('python'), how];
    const { stdout, stderr } = await promisify(execFile)(python, given);
    return { told: JSON.parse(stdout) as string[], warnings: stderr };
  };
  const [own, quick] = await Promise.all([answers('own'), answers('quick')]);
  assert.ok(own.told.length > 200, 'enough was asked');
  assert.match(own.warnings, /invalid escape sequence/);
  assert.deepEqual(quick, own);
});
