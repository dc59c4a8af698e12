import type { ApiModel, Breach } from '../model/api-model.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { UserError } from '../base/user-error.ts';

/** What a value breaks; nothing for a schema that does not compile, which is another rule's matter. */
export function breachesOf(api: ApiModel, schema: Pointer, value: unknown): readonly Breach[] {
  try {
    return api.schemas.check(schema, value);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
