"""All that a run asks before its first test, in one answer."""

from quantum_bridge.code_parts import test_code
from quantum_bridge.suites import list_suites
from quantum_bridge.testing import list_tests
from quantum_bridge.warmth import fresh_tests


def look_at_tests(params):
    """{root, application} → {suites, tests, code}; of a project that is no application tests and code are null.

    What runs next imports the application's own modules anew.
    """
    is_application = params.get('application') is True
    if is_application:
        fresh_tests(params)
    return {
        'suites': list_suites(params),
        'tests': list_tests(params) if is_application else None,
        'code': test_code(params) if is_application else None,
    }
