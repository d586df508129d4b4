/**
 * Something for each item of a list that belongs to an owner, such as the children of an element. After an
 * edit of one item among many the values of the others are taken over as a whole, without asking for each of
 * them again.
 */
export class ListValues<Item, Value, Key, With> {
  private readonly last = new WeakMap<object, Last<Item, Value, Key>>();

  constructor(private readonly make: (item: Item, key: Key, context: With) => Value) {}

  /**
   * The values, in order. They must depend on their items and on `key` alone; `context` helps to make them.
   * `owner`: tells the list of before the edit.
   */
  of(owner: object, items: readonly Item[], key: Key, context: With): readonly Value[] {
    const before = this.last.get(owner);
    const values =
      before?.key === key
        ? this.takenOver(before, items, context)
        : items.map((item) => this.make(item, key, context));
    // A few are found as fast by themselves.
    if (items.length > few) this.last.set(owner, { key, items, values });
    return values;
  }

  private takenOver(
    before: Last<Item, Value, Key>,
    items: readonly Item[],
    context: With,
  ): readonly Value[] {
    const { front, back } = sameEnds(before.items, items);
    const values = before.values.slice(0, front);
    for (const item of items.slice(front, items.length - back)) {
      values.push(this.make(item, before.key, context));
    }
    return values.concat(before.values.slice(before.values.length - back));
  }
}

interface Last<Item, Value, Key> {
  readonly key: Key;
  readonly items: readonly Item[];
  readonly values: readonly Value[];
}

const few = 64;

/** How many items at the front and at the back are the same in both lists, none counted twice. */
export function sameEnds<T>(
  a: readonly T[],
  b: readonly T[],
): { readonly front: number; readonly back: number } {
  const least = Math.min(a.length, b.length);
  let front = 0;
  while (front < least && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < least - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  return { front, back };
}
