import { objectOf, type Json } from '../../base/json.ts';

/** Whether a value is a description, of whichever version. */
export function isOpenApi(value: Json): boolean {
  const root = objectOf(value);
  return 'openapi' in root || 'swagger' in root;
}
