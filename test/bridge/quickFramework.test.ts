import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { quantumPython } from '../support/pythonEnvironment.js';

/** What each question is answered, asked twice, as the framework is or with what is done once. */
const asked = `
import json, os, sys, tempfile
sys.path.insert(0, sys.argv[1])
import bcrypt
import yaml
from flask import Flask, url_for
from quantum.core import expressions
from quantum.core.expression_stdlib import hash_password, verify_password
from quantum.core.parser import QuantumParser
from quantum.runtime.auth_service import AuthService
from quantum.runtime.component import ComponentRuntime
from quantum.runtime.web_server import QuantumWebServer

if sys.argv[2] == 'quick':
    from quantum_bridge import quick_framework, quick_passwords, quick_yaml
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

HASH = '$2b$04$XWcDp57H76A7GvDnWit8OuGq0LO/r63nEa2OJ8IlklJ2qVomD5m0m'
ROUTES = ['item/[id].q', 'item/new.q', '[...rest].q', 'index.q', 'shop/[kind]/[id].q', 'shop/[id].test.q', '[id]/index.q']

def verified(hashed):
    return [answered(ask, word, hashed) for word in ('secret', 'Secret', '', None, 'x' * 80)
        for ask in (verify_password, AuthService.verify_password, lambda *given: bcrypt.checkpw(*given))]

def hashed():
    one, two = hash_password('secret'), AuthService.hash_password('secret')
    return [len(one), one[:7], one != two, verify_password('secret', one), verify_password('secret', two),
        verify_password('other', one), answered(hash_password, ''), answered(bcrypt.hashpw, b'x', b'no salt'),
        answered(bcrypt.hashpw, 'x', bcrypt.gensalt(4)), answered(bcrypt.gensalt, 99), bcrypt.gensalt(rounds=5)[:7],
        bcrypt.hashpw(b'secret', HASH.encode())]

def routes(pages):
    server = object.__new__(QuantumWebServer)
    server.config, server._dynamic_routes = {'paths': {'components': pages}}, []
    server._build_dynamic_routes()
    return [(one.pattern.pattern, str(one.file_path), one.param_names) for one in server._dynamic_routes]

def routes_of_changing_pages():
    with tempfile.TemporaryDirectory() as folder:
        told = []
        for page in ROUTES:
            path = os.path.join(folder, page)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            open(path, 'w').close()
            told += [routes(folder), routes(folder)]
        os.remove(os.path.join(folder, ROUTES[0]))
        os.symlink(os.path.join(folder, 'shop'), os.path.join(folder, 'item', 'linked'))
        told += [routes(folder), routes(folder), routes(os.path.join(folder, 'nowhere'))]
        return [[(pattern, os.path.relpath(file, folder), names) for pattern, file, names in one] for one in told]

def links():
    app = Flask('app')
    app.add_url_rule('/things/<int:number>/<path:rest>', 'thing', lambda: '')
    with app.test_request_context():
        return [url_for('thing', number=3, rest='a/b', more='ü&'), answered(lambda: url_for('thing', number='x'))]

told = []
for name in ('abcdefgh', 'a_2_c_4_', 'abcdefgh'):
    if sys.argv[2] == 'quick':
        quick_passwords.begin()
    told += [repr(verified(one)) for one in (HASH, 'no hash', '', None)] + [repr(hashed())]
    told.append(repr(routes_of_changing_pages()))
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

/** How often something is really hashed, checked or drawn, in three tests that do the same. */
const counted = `
import json, sys
sys.path.insert(0, sys.argv[1])
import bcrypt

done = []
for name in ('gensalt', 'hashpw', 'checkpw'):
    def noted(*given, name=name, work=getattr(bcrypt, name)):
        done.append(name)
        return work(*given)
    setattr(bcrypt, name, noted)
from quantum_bridge import quick_passwords
quick_passwords.install()

told = []
for _ in range(3):
    quick_passwords.begin()
    done.clear()
    salts = [bcrypt.gensalt(4), bcrypt.gensalt(4)]
    hashes = [bcrypt.hashpw(b'secret', salt) for salt in salts]
    told.append([len(set(hashes)), bcrypt.checkpw(b'secret', hashes[0]), bcrypt.checkpw(b'other', hashes[0]), list(done)])
print(json.dumps(told))
`;

test('a password is hashed once for all tests, and never alike within one', async () => {
  const python = await quantumPython();
  const given = ['-I', '-X', 'utf8', '-B', '-c', counted, path.resolve('python')];
  const { stdout } = await promisify(execFile)(python, given);
  const work = ['gensalt', 'gensalt', 'hashpw', 'hashpw', 'checkpw', 'checkpw'];
  const told = JSON.parse(stdout) as unknown;
  assert.deepEqual(told, [
    [2, true, false, work],
    [2, true, false, []],
    [2, true, false, []],
  ]);
});
