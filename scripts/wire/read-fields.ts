import type { Json } from '../base/json.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import type { Pick } from './choose-reading.ts';
import type { StyledFields } from './read-styled.ts';

/** A field of a form: what its one value may be, by a shape. */
export interface FormField {
  readonly name: string;
  readonly valuesAs: (shape: TextShape) => readonly Json[];
}

/**
 * Fields as the object that a schema describes (OpenAPI 3.1.1, sections 4.8.15.2 and 4.8.15.3): each by
 * the schema of its property, and those of one name as a list.
 */
export function readFields(
  shape: TextShape,
  fields: readonly FormField[],
  { members, isTaken }: StyledFields,
  pick: Pick,
): Json {
  const others = fields.filter(({ name }) => !isTaken(name));
  const byName = Map.groupBy(others, ({ name }) => name);
  return Object.fromEntries([
    ...members.map(([name, values]) => [name, pick(values)] as const),
    ...[...byName].map(([name, own]) => [name, readField(shape.member(name), own, pick)] as const),
  ]);
}

function readField(shape: TextShape, fields: readonly FormField[], pick: Pick): Json {
  const [only, second] = fields;
  if (!only || second) return fields.map((it, i) => pick(it.valuesAs(shape.items(i))));
  return pick(singleValues(shape, only));
}

/** One field may be a list of one, a list as JSON text, or no list. */
function singleValues(shape: TextShape, field: FormField): readonly Json[] {
  const whole = field.valuesAs(shape);
  if (!shape.types.has('array')) return whole;
  const listed = field.valuesAs(shape.items(0)).map((it) => [it]);
  const lists = whole.filter((it) => Array.isArray(it));
  // A text is what it is read as by chance only where nothing else is left.
  const others = shape.order.some((it) => it !== 'array')
    ? whole.filter((it) => !Array.isArray(it))
    : [];
  const isTold = shape.order[0] === 'array' || others.length === 0;
  return isTold ? [...lists, ...listed, ...others] : [...others, ...lists, ...listed];
}
