/** The circles in a graph: each list holds what leads to itself through the others. By Tarjan, without recursion. */
export function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];
  const enter = (id: string): { id: string; next: number } => {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    stack.push(id);
    onStack.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, value: number): void => {
    low.set(id, Math.min(low.get(id) ?? value, value));
  };
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const to = (edges.get(at.id) ?? [])[at.next];
      at.next += 1;
      if (to !== undefined) {
        if (!order.has(to)) path.push(enter(to));
        else if (onStack.has(to)) lower(at.id, order.get(to) ?? 0);
        continue;
      }
      path.pop();
      const around = path.at(-1);
      if (around) lower(around.id, low.get(at.id) ?? 0);
      if (low.get(at.id) !== order.get(at.id)) continue;
      const members = stack.splice(stack.indexOf(at.id));
      for (const member of members) onStack.delete(member);
      const isCircle = members.length > 1 || (edges.get(at.id) ?? []).includes(at.id);
      if (isCircle) cycles.push(members.sort());
    }
  }
  return cycles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}
