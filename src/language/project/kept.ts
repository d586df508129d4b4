/**
 * A copy of `part` that holds nothing of the string it was cut from: V8 keeps the whole string alive for a
 * slice of thirteen units and more.
 */
export function kept(part: string): string {
  return part.length < 13 ? part : Buffer.from(part, 'utf16le').toString('utf16le');
}
