"""Which suite a runner puts a file into, found out by following its conditions over the file's name.

Two forms are understood: a function of the name that returns a suite's key, and a loop over the files that
calls `suites[key].add_test(name)`. A suite is a key with a title and a description, in a table or one by one.
"""

import ast

EXPECTED = '(expected failure)'


class Unreadable(Exception):
    """The runner says it in another way."""


class Rules:
    def __init__(self, suites, claim, fails):
        self.suites = suites
        self.suite_of = claim
        self.must_fail = fails


def read_rules(tree):
    """@raises Unreadable"""
    suites = suites_of(tree)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    loops = [node for node in ast.walk(tree) if isinstance(node, ast.For) and adds_tests(node)]
    named = {name.value for name in ast.walk(tree) if is_append_to_expected(name) for name in name.args}
    if loops:
        return loop_rules(suites, loops[0], named)
    deciding = [node for node in functions if takes_a_name(node) and returned_keys(node) & set(suites)]
    if len(deciding) != 1:
        raise Unreadable
    failing = expectation(tree, functions)
    return Rules(
        suites,
        lambda name: ask(deciding[0], name),
        lambda name: failing is not None and bool(ask(failing, name)),
    )


def suites_of(tree):
    """{key: (title, description)} in the order they are written."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values)
        elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Subscript):
            pairs = [(node.targets[0].slice, node.value)]
        else:
            continue
        for key, value in pairs:
            told = texts(value.elts if isinstance(value, ast.Tuple) else getattr(value, 'args', []))
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and len(told) == 2:
                found[key.value] = tuple(told)
    if not found:
        raise Unreadable
    return found


def loop_rules(suites, loop, named):
    if not isinstance(loop.target, ast.Name):
        raise Unreadable

    def followed(name):
        return follow(loop.body, {loop.target.id: Path(name)})

    return Rules(
        suites,
        lambda name: (followed(name) or Claim(None, False)).key,
        lambda name: name in named or bool((followed(name) or Claim(None, False)).fails),
    )


def expectation(tree, functions):
    """The function that decides over `(expected failure)`, or None."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.If) or not isinstance(node.test, ast.Call):
            continue
        says = any(isinstance(part, ast.Constant) and EXPECTED in str(part.value) for part in ast.walk(node))
        if says and isinstance(node.test.func, ast.Name):
            name = node.test.func.id
            return next((one for one in functions if one.name == name and takes_a_name(one)), None)
    return None


class Path:
    """A file as the runner's loop has it."""

    def __init__(self, name):
        self.name = name


class Claim:
    def __init__(self, key, fails):
        self.key = key
        self.fails = fails


def ask(function, name):
    """What a function of a file's name answers."""
    answer = follow(function.body, {function.args.args[0].arg: name})
    return answer.key if answer else None


def follow(statements, names):
    """Goes through statements until one decides. @raises Unreadable"""
    for statement in statements:
        if isinstance(statement, ast.If):
            branch = statement.body if value_of(statement.test, names) else statement.orelse
            decided = follow(branch, names)
            if decided:
                return decided
        elif isinstance(statement, ast.Return):
            return Claim(None if statement.value is None else value_of(statement.value, names), False)
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            names = dict(names, **{statement.targets[0].id: value_of(statement.value, names)})
        elif isinstance(statement, ast.Expr) and is_add_test(statement.value):
            flags = [word.value for word in statement.value.keywords if word.arg == 'expected_failure']
            key = value_of(statement.value.func.value.slice, names)
            return Claim(key, bool(flags) and value_of(flags[0], names))
        elif not isinstance(statement, (ast.Pass, ast.Expr)):
            raise Unreadable
    return None


def value_of(node, names):
    """The value of an expression over a file's name. @raises Unreadable for anything else."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name) and node.id in names:
        return names[node.id]
    if isinstance(node, ast.Tuple):
        return tuple(value_of(part, names) for part in node.elts)
    if isinstance(node, ast.Attribute) and node.attr == 'name':
        return value_of(node.value, names).name
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return not value_of(node.operand, names)
    if isinstance(node, ast.BoolOp):
        values = (value_of(part, names) for part in node.values)
        return all(values) if isinstance(node.op, ast.And) else any(values)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return compared(node.ops[0], value_of(node.left, names), value_of(node.comparators[0], names))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not node.keywords:
        text, given = value_of(node.func.value, names), [value_of(part, names) for part in node.args]
        if isinstance(text, str) and node.func.attr in ('startswith', 'endswith', 'lower'):
            return getattr(text, node.func.attr)(*given)
    raise Unreadable


def compared(operator, left, right):
    if isinstance(operator, ast.In):
        return left in right
    if isinstance(operator, ast.NotIn):
        return left not in right
    if isinstance(operator, ast.Eq):
        return left == right
    if isinstance(operator, ast.NotEq):
        return left != right
    raise Unreadable


def texts(nodes):
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def takes_a_name(function):
    return len(function.args.args) == 1 and not function.decorator_list


def returned_keys(function):
    values = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
    return set(texts([value for value in values if value is not None]))


def adds_tests(node):
    return any(is_add_test(part) for part in ast.walk(node))


def is_add_test(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == 'add_test'
        and isinstance(node.func.value, ast.Subscript)
    )


def is_append_to_expected(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == 'append'
        and isinstance(node.func.value, ast.Attribute)
        and node.func.value.attr == 'expected_failures'
        and all(isinstance(part, ast.Constant) for part in node.args)
    )
