/** Replaces secrets in every line on its way out: what redaction by field name cannot know. */
export function maskedStream(
  target: { write(line: string): unknown },
  secrets: readonly string[],
): { write(line: string): void } {
  const known = secrets.filter((secret) => secret.length >= 8);
  return {
    write: (line) => {
      target.write(known.reduce((text, secret) => text.replaceAll(secret, '***'), line));
    },
  };
}
