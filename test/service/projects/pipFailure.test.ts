import assert from 'node:assert/strict';
import test from 'node:test';
import { PipOutput } from '../../../src/service/projects/pipFailure.js';

const none = [
  'ERROR: Could not find a version that satisfies the requirement quantum-framework (from versions: none)',
  'ERROR: No matching distribution found for quantum-framework',
];
/** What pip 24 prints, and how the sentence for a person begins. */
const said: [string[], RegExp][] = [
  [
    [
      "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('…: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/quantum-framework/",
      ...none,
    ],
    /^The package index could not be reached/,
  ],
  [none, /^The package index offered no quantum-framework at all/],
  [
    [
      'ERROR: Could not find a version that satisfies the requirement quantum-framework<2 (from versions: 0.9)',
      ...none.slice(1),
    ],
    /^The package index has no quantum-framework for this Python/,
  ],
  [
    [
      "Could not fetch URL https://host/simple/: There was a problem confirming the ssl certificate: HTTPSConnectionPool(host='host', port=443): Max retries exceeded with url: /simple/ (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))) - skipping",
      ...none,
    ],
    /^The package index was not trusted .*PIP_CERT/,
  ],
  [
    ['ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device'],
    /^The disk is full/,
  ],
  [
    ['ERROR: Wheel is broken', '', 'note: try something'],
    /^pip could not install quantum-framework: Wheel is broken$/,
  ],
  [[], /^pip could not install quantum-framework\.$/],
];

for (const [lines, sentence] of said) {
  test(`“${lines.at(-1)?.slice(0, 60) ?? 'nothing'}” becomes ${sentence.source}`, () => {
    const output = new PipOutput();
    for (const line of lines) output.add(line);
    assert.match(output.failure('quantum-framework'), sentence);
  });
}
