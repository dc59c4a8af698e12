import type { ApiModel, Breach, Direction } from '../model/api-model.ts';
import type { Pointer } from '../base/json-pointer.ts';

/** What a value breaks; whatever in the schema is not as it must be is another rule's matter. */
export function breachesOf(
  { schemas }: ApiModel,
  schema: Pointer,
  value: unknown,
  direction: Direction = 'either',
): readonly Breach[] {
  return schemas.check(schema, value, direction);
}
