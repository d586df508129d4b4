/** A Python function that `q:invoke service=` may call, by the name it was declared with. */
export interface Service {
  readonly name: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

const declaration = /^[ \t]*@(?:\w+\.)*service\(\s*(?:name\s*=\s*)?(?:(['"])([^'"\n]+)\1|[^)\s])/gm;

/** The services that a Python file declares. `isComplete` is false where a name is no literal. */
export function servicesIn(
  text: string,
  file: string,
): { services: readonly Service[]; isComplete: boolean } {
  const services: Service[] = [];
  let isComplete = true;
  for (const match of text.matchAll(declaration)) {
    const [whole, , name] = match;
    if (name === undefined) isComplete = false;
    else {
      const end = match.index + whole.length - 1;
      services.push({ name, file, start: end - name.length, end });
    }
  }
  return { services, isComplete };
}

/** The files a module may be, from the project's root: `a.b` is `a/b.py` or `a/b/__init__.py`. */
export function moduleFiles(module: string): string[] {
  const path = module.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`];
}
