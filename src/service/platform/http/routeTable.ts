/** Which methods each path takes: tells 405 from 404, and fills Allow. */
export class RouteTable {
  private readonly literal = new Map<string, Set<string>>();
  private readonly patterns: { readonly pattern: RegExp; readonly method: string }[] = [];

  add(method: string, url: string): void {
    if (!url.includes(':')) {
      this.literal.set(url, (this.literal.get(url) ?? new Set()).add(method));
      return;
    }
    const source = url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('/');
    this.patterns.push({ method, pattern: new RegExp(`^${source}$`) });
  }

  /**
   * Methods taken at a path, sorted; empty when it is unknown. A literal path wins over a pattern: there
   * is `/api/projects/open`, so no project is called `open`.
   */
  methodsAt(path: string): string[] {
    const literal = this.literal.get(path);
    if (literal) return [...literal].sort();
    const methods = this.patterns.filter(({ pattern }) => pattern.test(path));
    return [...new Set(methods.map(({ method }) => method))].sort();
  }

  /** Whether the path is a literal one that does not take the method. */
  refuses(method: string, path: string): boolean {
    return this.literal.get(path)?.has(method) === false;
  }
}
