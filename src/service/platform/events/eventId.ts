/** The id of an event on the wire: `<epoch>-<seq>`. */
export function formatEventId(epoch: number, seq: number): string {
  return `${epoch}-${seq}`;
}

/** Null for what is no id of ours. */
export function parseEventId(text: string): { epoch: number; seq: number } | null {
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(text);
  return match ? { epoch: Number(match[1]), seq: Number(match[2]) } : null;
}
