"""The requests there are. Each loads its part of the framework when it is first asked for."""


def hello(params):
    from quantum_bridge.hello import hello as run

    return run()


def parse(params):
    from quantum_bridge.parsing import parse as run

    return run(params)


def check(params):
    from quantum_bridge.checking import check as run

    return run(params)


def tests(params):
    from quantum_bridge.testing import list_tests as run

    return run(params)


def run_test(params):
    from quantum_bridge.testing import run_test as run

    return run(params)


def render(params):
    from quantum_bridge.rendering import render as run

    return run(params)


def asset(params):
    from quantum_bridge.rendering import asset as run

    return run(params)


def form(params):
    from quantum_bridge.sending import form as run

    return run(params)


def send(params):
    from quantum_bridge.sending import send as run

    return run(params)


def call(params):
    from quantum_bridge.calling import call as run

    return run(params)


def fresh_tests(params):
    from quantum_bridge.warmth import fresh_tests as run

    return run(params)


def test_code(params):
    from quantum_bridge.code_parts import test_code as run

    return run(params)


def coverable(params):
    from quantum_bridge.coverable import coverable as run

    return run(params)


def suites(params):
    from quantum_bridge.suites import list_suites as run

    return run(params)


def look_at_tests(params):
    from quantum_bridge.looking import look_at_tests as run

    return run(params)


def probe(params):
    from quantum_bridge.probing import probe as run

    return run(params)


def try_test(params):
    from quantum_bridge.probing import try_test as run

    return run(params)


METHODS = {
    'hello': hello,
    'parse': parse,
    'check': check,
    'tests': tests,
    'render': render,
    'asset': asset,
    'form': form,
    'send': send,
    'call': call,
    'freshTests': fresh_tests,
    'runTest': run_test,
    'testCode': test_code,
    'coverable': coverable,
    'suites': suites,
    'lookAtTests': look_at_tests,
    'probe': probe,
    'tryTest': try_test,
}
