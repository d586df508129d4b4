import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { quantumPython } from '../support/pythonEnvironment.js';
import { bridgeScript } from './rawBridge.js';

test('a release from before *.test.q files is named, and what to install', async () => {
  const program = `
import sys
sys.path.insert(0, sys.argv[1])
# An older release has no such modules.
sys.modules['quantum.runtime.app_testing'] = None
sys.modules['quantum.core.features.native_testing.src'] = None
from quantum_bridge.errors import BridgeError
from quantum_bridge.parsing import parse_tests
from quantum_bridge.testing import need_tests
for ask in (need_tests, lambda: parse_tests('a.test.q', '', False)):
    try:
        ask()
    except BridgeError as error:
        print(error.code, error.message)
`;
  const python = await quantumPython();
  const folder = path.dirname(path.dirname(bridgeScript));
  const { stdout } = await promisify(execFile)(python, ['-I', '-B', '-c', program, folder]);
  const lines = stdout.trim().split('\n');
  assert.equal(lines.length, 2);
  for (const line of lines) {
    assert.match(line, /^unsupported quantum-framework \S+, installed for \S+, is older than/);
    assert.match(line, /Install a newer one: python -m pip install "quantum-framework>=/);
  }
});
