/** Schemas, and code that compiles only while their types are what JSON Schema says. */
export interface TypeRow {
  readonly schemas: Readonly<Record<string, unknown>>;
  /** Statements with `Schemas`, the schemas by their names. */
  readonly use: string;
}

export type TypeRows = Readonly<Record<string, TypeRow>>;

/** A reference to another schema of the rows. */
export function at(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** A schema of an object with these members. */
export function object(properties: object, ...required: readonly string[]): object {
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

export const text = { type: 'string' };
export const integer = { type: 'integer' };
export const nothing = { type: 'null' };
