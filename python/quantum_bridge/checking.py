"""`quantum check`, as data: the whole project read the way the server would."""

import os
import re

from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.framework import need_framework
from quantum_bridge.params import path_param

CONFIG = 'quantum.config.yaml'


def check(params):
    """{root} → {problems: [{file, line, message, kind}], notes, files, queries}. Paths are relative to root.

    kind: 'parse' for a document that does not parse, 'project' for one that does not fit the project.
    """
    from pathlib import Path

    root = path_param(params, 'root')
    if root is None:
        raise invalid_params('check needs root.')
    if not os.path.isdir(root):
        raise BridgeError('unreadable', 'There is no folder %s.' % root)
    need_framework()
    try:
        from quantum.cli.check import ProjectChecker
    except ImportError:
        raise BridgeError('unsupported', 'This release of quantum-framework has no `quantum check`.') from None

    config = Path(root) / CONFIG
    try:
        checker = tolerant(ProjectChecker)(Path(root), config)
    except Exception as error:
        return {'problems': [config_problem(config, error)], 'notes': [], 'files': 0, 'queries': 0}
    problems = checker.run()
    return {
        'problems': [problem_json(problem) for problem in problems],
        'notes': list(map(str, checker.notes)),
        'files': checker.files,
        'queries': checker.queries_checked,
    }


def tolerant(checker):
    """The framework's checker, going on with the other files where one makes it fail."""
    from quantum.cli.check import Problem

    knows_when_parsed = hasattr(checker, '_queries')

    class Tolerant(checker):
        _parsed = False

        def check_file(self, path):
            self._parsed = not knows_when_parsed
            self._one(super().check_file, path)

        def check_test_file(self, path):
            self._parsed = False
            self._one(super().check_test_file, path)

        def _queries(self, *args):
            # The first thing done with a page that parsed.
            self._parsed = True
            return super()._queries(*args)

        def _one(self, check_it, path):
            before = len(self.problems)
            try:
                check_it(path)
            except Exception as error:
                file = path.relative_to(self.project).as_posix()
                self.problems.append(Problem(file, None, str(error).split('\n')[0]))
            for problem in self.problems[before:]:
                problem.kind = 'project' if self._parsed else 'parse'

    return Tolerant


def problem_json(problem):
    line = problem.line if isinstance(problem.line, int) else None
    return {
        'file': str(problem.file),
        'line': line,
        'message': str(problem.message),
        'kind': getattr(problem, 'kind', 'project'),
    }


def config_problem(config, error):
    """A configuration that cannot be read is a problem of that file."""
    mark = getattr(error, 'problem_mark', None)
    line = mark.line + 1 if mark is not None else line_of_variable(config, str(error))
    message = str(getattr(error, 'problem', None) or error).split('\n')[0]
    return {'file': CONFIG, 'line': line, 'message': message, 'kind': 'project'}


def line_of_variable(config, message):
    """Where the configuration uses the ${VARIABLE} a message names."""
    named = re.search(r'\$\{\w+\}', message)
    if not named:
        return None
    try:
        lines = config.read_text(encoding='utf-8').splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return next((number for number, line in enumerate(lines, 1) if named.group(0) in line), None)
