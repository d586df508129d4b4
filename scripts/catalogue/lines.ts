/** JSON with one line for each member of the lists and records in the top level: short, yet a diff shows what changed. */
export function inLines(value: object): string {
  const parts = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${block(member)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

function block(member: unknown): string {
  if (Array.isArray(member) && typeof member[0] === 'object') {
    return `[\n${member.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  }
  if (typeof member !== 'object' || member === null || Array.isArray(member)) {
    return JSON.stringify(member);
  }
  const lines = Object.entries(member).map(
    ([name, item]) => `${JSON.stringify(name)}:${JSON.stringify(item)}`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
}
