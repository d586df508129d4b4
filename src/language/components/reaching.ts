import type { ProjectComponent } from './componentsOf.js';

/** A component and all that are drawn with it: what they call, import or stand in, however far that goes. */
export function reaching(
  path: string,
  components: ReadonlyMap<string, ProjectComponent>,
): ReadonlySet<string> {
  const reached = new Set<string>([path]);
  // A set that is read while it grows gives what comes as well.
  for (const at of reached)
    for (const { kind, path: needed } of components.get(at)?.dependencies ?? [])
      if (kind === 'component' && needed !== null) reached.add(needed);
  return reached;
}
