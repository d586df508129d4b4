/**
 * Whether a `.q` file is Quantum's: its first element is a Quantum one. `.q` is also kdb+'s suffix, whose
 * files have no element at all. `head` is the beginning of the file; 4 KB are enough.
 */
export function isQuantumSource(head: string): boolean {
  const withoutProlog = head
    .replace(/^\uFEFF/, '')
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<\?[\s\S]*?(\?>|$)/g, '')
    .replace(/<!DOCTYPE[^>]*>/i, '');
  return /^\s*<(q|ui|qg|qt|test):[a-z]/i.test(withoutProlog);
}
