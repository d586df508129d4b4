import type { App } from './app.js';

type Schema = Record<string, unknown>;
const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Features write their schemas as constants and nest them; on the wire each schema with an `$id` is one
 * named component. This registers every such schema once and puts a reference in its place.
 */
export class SharedSchemas {
  private readonly known = new Map<string, Schema>();

  constructor(private readonly app: App) {}

  /** A copy of `schema` where each part with an `$id`, and itself, is a reference. */
  refer(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map((part) => this.refer(part));
    if (!isObject(schema)) return schema;
    const id = schema['$id'];
    if (typeof id !== 'string') return this.referParts(schema);
    this.register(id, schema);
    return { $ref: `${id}#` };
  }

  /** As `refer`, but the schema itself stays in place: Fastify reads parameters from it. */
  referParts(schema: Schema): Schema {
    return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, this.refer(part)]));
  }

  private register(id: string, schema: Schema): void {
    const earlier = this.known.get(id);
    // `Type.Optional` and its like copy a schema, so it is the content that counts.
    if (earlier && JSON.stringify(earlier) === JSON.stringify(schema)) return;
    if (earlier) throw new Error(`Two schemas have the $id ${id}`);
    this.known.set(id, schema);
    this.app.addSchema(this.referParts(schema));
  }
}
