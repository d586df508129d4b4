"""Asks the installed quantum-framework what it knows, of all tags or of those named; prints it as JSON.

Every answer comes from its parser, which is given small
documents and watched. An attribute exists when the parser asks for it (spy.py); it is removed when its
presence is refused; its values are the words of the parser's own vocabulary that it takes when it refuses
nonsense; an attribute is required when its absence is refused.
"""

import ast
import contextlib
import importlib.metadata
import inspect
import io
import json
import logging
import pathlib
import re
import sys
import warnings
from html import escape

import spy
from places import BODIES, DEFAULTS, PLACES, SAMPLES

logging.disable(logging.CRITICAL)
warnings.simplefilter('ignore')
spy.install()

import quantum.core as quantum_core  # noqa: E402
from quantum.core.parser import QuantumParser  # noqa: E402

NONSENSE = 'zqx'
RETIRED = re.compile(r'not supported|was removed|were removed|has no effect|the attribute is|use \w+=, not|, not \w+')


class Answer:
    """What one document led to: an error or none, complaints of validate(), attributes asked for, the tree."""

    def __init__(self, error, complaints, asked, tree):
        self.error, self.complaints, self.asked, self.tree = error, complaints, asked, tree


parser = QuantumParser(use_cache=False)


def parse_tests(text):
    from quantum.core.features.native_testing.src import parse_test_source
    return parse_test_source(text, 'a.test.q')


def ask(key, attributes, place):
    name = key.split('@')[0]
    written = ''.join(f' {k}="{escape(v)}"' for k, v in attributes.items())
    mark = '' if name.split(':')[0] == 'test' or name == 'q:test' else f' {spy.MARK}="1"'
    text = place.replace('|', f'<{name}{mark}{written}>{BODIES.get(key, "")}</{name}>')
    spy.asked.clear()
    error, complaints, tree = None, [], None
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            tree = parse_tests(text) if mark == '' else parser.parse(text)
            complaints = validated(tree)
    except Exception as problem:  # noqa: BLE001 - any refusal is an answer
        error = str(problem).split('\n  at line ')[0]
    asked = [a for a in spy.asked if a != spy.MARK]
    return Answer(error, complaints, asked, tree)


def validated(tree):
    """What validate() of any node in the tree complains of."""
    found, seen, left = {}, set(), [tree]
    while left:
        node = left.pop()
        if id(node) in seen or isinstance(node, (str, int, float, bool, type(None))):
            continue
        seen.add(id(node))
        if isinstance(node, dict):
            left.extend(node.values())
        elif isinstance(node, (list, tuple)):
            left.extend(node)
        elif hasattr(node, '__dict__'):
            left.extend(value for name, value in vars(node).items() if name != 'container')
            if callable(getattr(node, 'validate', None)):
                with contextlib.suppress(Exception):
                    found.update(dict.fromkeys(str(c) for c in node.validate()))
    return list(found)


def scalars(node, path='', seen=None):
    """Every plain value of a tree, by the way to it."""
    seen = seen if seen is not None else set()
    if isinstance(node, (str, int, float, bool, type(None))):
        return {path: node}
    if id(node) in seen or len(seen) > 5000:
        return {}
    seen.add(id(node))
    if isinstance(node, dict):
        parts = node.items()
    elif isinstance(node, (list, tuple)):
        parts = enumerate(node)
    elif hasattr(node, '__dict__'):
        parts = [(k, v) for k, v in vars(node).items() if k not in ('container', 'source_file')]
    else:
        return {path: str(node)}
    found = {}
    for key, value in parts:
        found.update(scalars(value, f'{path}/{key}', seen))
    return found


def vocabulary():
    """Words in the sources of the parser: what it may accept somewhere is among them."""
    words = {}
    package = pathlib.Path(quantum_core.__file__).parent
    for file in sorted(package.rglob('*.py')):
        if not re.search(r'parser|node|preset', file.name):
            continue
        feature = file.relative_to(package).parts[:2]
        for prefix, folder in (('qg', 'game_engine_2d'), ('qt', 'terminal_engine'), ('ui', 'ui_engine'), ('ui', 'theming'),
                               ('q', '')):
            if folder and folder not in feature:
                continue
            if not folder and {'game_engine_2d', 'terminal_engine', 'ui_engine'} & set(feature):
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding='utf-8'))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    if re.fullmatch(r'[A-Za-z0-9][\w-]{0,24}', node.value) and re.search('[A-Za-z]', node.value):
                        words.setdefault(prefix, {}).setdefault(node.value)
            break
    return {prefix: list(found) for prefix, found in words.items()}


def refusal(answer, calm):
    """What an answer holds against the document that the calm one did not."""
    if answer.error is not None:
        return ('parse', answer.error) if answer.error != calm.error else (None, None)
    new = [c for c in answer.complaints if c not in calm.complaints]
    return ('validate', new[0]) if new else (None, None)


known_values = {}


def values_of(key, attribute, by, message, cases):
    """The words of the vocabulary that an attribute takes, in any of the cases."""
    prefix = key.split(':')[0]
    shape = (prefix, attribute, message.replace(key, ''), len(cases))
    if shape not in known_values:
        good = {}
        for base, place, calm in cases:
            for word in words.get(prefix, []):
                # Other complaints of validate() are about the rest of the tag.
                if word not in good and refusal(ask(key, {**base, attribute: word}, place), calm)[0] not in (by, 'parse'):
                    good[word] = None
        known_values[shape] = list(good)
    return known_values[shape]


def describe(key, attribute, cases):
    """Facts of one attribute. A place where the tag is read but not kept says nothing; the first that does counts."""
    facts = {}
    for place in dict.fromkeys(place for _, place, _ in cases):
        for name, value in describe_at(key, attribute, [case for case in cases if case[1] == place]).items():
            facts.setdefault(name, value)
    return {'removed': facts['removed']} if 'removed' in facts else facts


def describe_at(key, attribute, cases):
    facts = {}
    holding = [case for case in cases if attribute in case[0]] or cases
    need = [needed(key, attribute, *case) for case in cases]
    if all(need):
        facts['required'] = need[0]
    verdicts = [refusal(ask(key, {**base, attribute: NONSENSE}, place), calm) for base, place, calm in holding]
    first = next((v for v in verdicts if v[0]), (None, None))
    if first[0] == 'parse' and RETIRED.search(first[1]) and attribute in first[1]:
        return {'removed': first[1]}
    if all(by for by, _ in verdicts):
        facts['checkedBy'] = first[0]
        values = values_of(key, attribute, *first, holding)
        if len(values) > 1:
            facts['values'] = values
    for base, place, _ in holding:
        facts.update(kind_of(key, attribute, base, place))
    return facts


def needed(key, attribute, base, place, calm):
    """Who complains when the attribute is missing: None when nobody does."""
    if attribute in base:
        return refusal(ask(key, {k: v for k, v in base.items() if k != attribute}, place), calm)[0]
    for value in (NONSENSE, '1', 'a', '/a'):
        given = ask(key, {**base, attribute: value}, place)
        if calm.error is not None:
            if given.error != calm.error and re.search(rf"\b{attribute}\b", calm.error):
                return 'parse'
        elif given.error is None:
            gone = [c for c in calm.complaints if c not in given.complaints]
            if gone and len(given.complaints) < len(calm.complaints):
                return 'validate'
    return None


def kind_of(key, attribute, base, place):
    """Type and default, from what the tree holds with and without the attribute."""
    base = {k: v for k, v in base.items() if k != attribute}
    absent = ask(key, base, place)
    if absent.error is not None:
        return {}
    before = scalars(absent.tree)
    facts = {}
    kinds = [('boolean', 'true', True), ('boolean', 'false', False), ('integer', '7', 7), ('float', '7.5', 7.5)]
    for kind, written, read in kinds:
        answer = ask(key, {**base, attribute: written}, place)
        if answer.error is not None:
            continue
        after = scalars(answer.tree)
        for path, value in after.items():
            if before.get(path) == value and type(before.get(path)) is type(value):
                continue
            if path in before and type(value) is type(read) and value == read:
                facts['type'] = kind
                if before[path] is not None:
                    facts['default'] = str(before[path]).lower() if kind == 'boolean' else str(before[path])
            elif path in before and kind == 'integer' and value == written and before[path] not in (None, ''):
                facts['default'] = str(before[path])
        if facts.get('type') in ('boolean', 'integer'):
            break
    # What another attribute was given, or the name of the text, is no default of this one.
    default = facts.get('default', '')
    if 'default' in facts and (default in ('', *base.values(), BODIES.get(key)) or default.startswith('<')):
        del facts['default']
    return facts


def cases_of(key):
    prefix = key.split(':')[0]
    places = PLACES.get(key) or DEFAULTS[prefix]
    if prefix == 'ui' and key not in PLACES and ui_in_pages is False:
        places = ['<q:application id="p" type="ui">|</q:application>']
    samples = SAMPLES.get(key, [{}])
    for place in places:
        for base in samples:
            yield dict(base), place


def interview(key):
    """Everything about one tag; None when this release does not know it."""
    cases, asked = [], {}
    refusals = []
    for base, place in cases_of(key):
        answer = ask(key, base, place)
        for name in answer.asked:
            asked.setdefault(name)
        if answer.error is None:
            cases.append((base, place, answer, bool(answer.asked)))
        else:
            refusals.append(answer.error)
    read = any(case[3] for case in cases)
    cases = [case[:3] for case in cases if case[3] or not read]
    removed = next((r for r in refusals if re.search(r'was removed|were removed', r) and f'<{key.split("@")[0]}' in r), None)
    if removed:
        return {'removed': removed, 'attributes': {}}
    if not asked and key not in names and not (cases and known(key)):
        return None
    # What is read only in company of others comes to light by giving each the others.
    for base, place, _ in list(cases):
        for name in list(asked):
            if name == '*':
                continue
            for value in (NONSENSE, '1', 'true'):
                for more in ask(key, {**base, name: value}, place).asked:
                    asked.setdefault(more)
    tried = cases or [(base, place, ask(key, base, place)) for base, place in cases_of(key)]
    attributes = {name: describe(key, name, tried) for name in asked if name != '*'}
    facts = {'attributes': dict(sorted(attributes.items()))}
    if '*' in asked:
        facts['open'] = True
    if not cases:
        facts['refused'] = refusals[0]
    return facts


def known(key):
    """A tag without attributes is known when another name in its place ends otherwise."""
    name = key.split('@')[0]
    prefix = name.split(':')[0]
    for base, place in cases_of(key):
        other = place.replace('|', f'<{prefix}:zqxw>{BODIES.get(key, "")}</{prefix}:zqxw>')
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                tree = parser.parse(other)
        except Exception:  # noqa: BLE001
            return True
        mine = ask(key, base, place)
        if mine.error is None and scalars(mine.tree) != scalars(tree):
            return True
    return False


def uses_ui_in_pages():
    try:
        tree = parser.parse('<q:component name="P"><ui:text>x</ui:text></q:component>')
    except Exception:  # noqa: BLE001
        return False
    return 'UI' in type(tree.statements[0]).__name__ if getattr(tree, 'statements', None) else False


def registered():
    names = set()
    registry = parser.parser_registry
    for tag in registry.registered_tags:
        if type(registry.get_parser(tag)).__name__ != 'HTMLParser':
            names.add(f'q:{tag}')
    from quantum.core.features.game_engine_2d.src.parser import GameParser
    from quantum.core.features.terminal_engine.src.parser import TerminalParser
    from quantum.core.features.ui_engine.src.parser import UIParser
    names |= {f'ui:{tag}' for tag in UIParser.UI_TAG_MAP}
    names |= {f'qg:{tag}' for tag in GameParser.GAME_TAG_MAP}
    names |= {f'qt:{tag}' for tag in TerminalParser.TERMINAL_TAG_MAP}
    return names


def test_tags():
    """Test files have their own parser, which names its words itself."""
    try:
        from quantum.core.features.native_testing.src import parser as tests
    except ImportError:
        return {}
    expect = {name: {} for name in (*tests.EXPECT_ASSERTIONS, *tests.EXPECT_DETAILS)}
    expect['op'] = {'values': list(tests.HISTORY_OPS), 'checkedBy': 'parse'}
    tags = {'test:expect': {'attributes': dict(sorted(expect.items()))}}
    for kind in tests.STEP_KINDS:
        tags.setdefault(f'test:{kind}', {'attributes': {}, 'open': True})
    wants = {'test:given': ['table'], 'test:submit': ['action'], 'test:expect': [], 'test:as': [], 'test:visit': []}
    for key, names in wants.items():
        for name in names:
            if ask(key, {}, DEFAULTS['test'][0]).error and not ask(key, {name: 'x'}, DEFAULTS['test'][0]).error:
                tags[key]['attributes'][name] = {'required': 'parse'}
    tags['q:test'] = {'attributes': {'name': {'required': 'parse'}, 'page': {}}}
    return tags


def functions():
    from quantum.core.expression_stdlib import STDLIB
    found = {}
    for name, function in sorted(STDLIB.items()):
        try:
            parameters = inspect.signature(function).parameters.values()
        except (TypeError, ValueError):
            found[name] = {}
            continue
        many = any(p.kind is p.VAR_POSITIONAL for p in parameters)
        plain = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
        found[name] = {
            'minimum': sum(p.default is p.empty for p in plain),
            'maximum': None if many else len(plain),
        }
    return found


def module_values(name, *wanted):
    try:
        module = __import__(name, fromlist=['_'])
    except ImportError:
        return [None for _ in wanted]
    return [sorted(value) if (value := getattr(module, w, None)) is not None else None for w in wanted]


def main():
    everything = sorted(names | {key for key in (*PLACES, *SAMPLES) if not key.startswith(('q:test', 'test:'))})
    tags = {}
    wanted = set(sys.argv[1:])
    for key in everything:
        if wanted and key not in wanted:
            continue
        facts = interview(key)
        if facts is not None:
            tags[key] = facts
    tags.update(test_tags())
    booleans, voids, raw = module_values('quantum.core.html_compat', 'BOOLEAN_ATTRS', 'VOID_ELEMENTS', '_RAW_TEXT_TAGS')
    core, ai, experimental, gone = module_values(
        'quantum.core.tiers', 'CORE', 'AI', 'EXPERIMENTAL', 'REMOVED_APP_TYPES')
    json.dump({
        'release': importlib.metadata.version('quantum-framework'),
        'booleanAttributes': booleans, 'voidElements': voids, 'rawTextTags': raw,
        'tiers': {'core': core, 'ai': ai, 'experimental': experimental},
        'removedApplicationTypes': gone,
        'functions': functions(),
        'uiInComponents': ui_in_pages,
        'tags': dict(sorted(tags.items())),
    }, sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write('\n')


ui_in_pages = uses_ui_in_pages()
words = vocabulary()
names = registered()

if __name__ == '__main__':
    main()
