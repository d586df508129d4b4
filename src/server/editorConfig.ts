import { parse } from 'editorconfig';

/** What the `.editorconfig` files above `file` say about it, by their names; empty where none does. */
export async function editorConfigOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  return parse(file);
}
