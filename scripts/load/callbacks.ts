import type { Callback, Operation } from '../model/api-model.ts';
import { objectOf, type JsonObject } from '../base/json.ts';
import { append, valueAt } from '../base/json-pointer.ts';
import { toOperations } from './operations.ts';
import { placeAt } from './place-at.ts';

/** The requests that an operation leads to (OpenAPI 3.1.1, section 4.8.18); those have no callbacks of their own. */
export function callbacksOf(document: JsonObject, { pointer }: Operation): readonly Callback[] {
  const written = objectOf(valueAt(document, append(pointer, 'callbacks')));
  return Object.keys(written).flatMap((name) => {
    const place = placeAt(document, append(pointer, 'callbacks', name));
    return toOperations(document, place.pointer)
      .filter(({ path }) => !path.startsWith('x-'))
      .map((operation) => ({ name, address: operation.path, operation }));
  });
}
