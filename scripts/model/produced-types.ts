import { arrayOf, objectOf } from '../base/json.ts';
import { valueAt, append, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel, Operation } from './api-model.ts';

/** The media types that all answers of an operation are in, whatever their status, and where that is written. */
interface ProducedTypes {
  readonly mediaTypes: readonly string[];
  readonly pointer: Pointer;
}

/** What `x-produces` says, which `produces` of Swagger 2.0 becomes; undefined where nothing is said. */
export function producedTypes(api: ApiModel, { pointer }: Operation): ProducedTypes | undefined {
  const said = arrayOf(objectOf(valueAt(api.document, pointer))['x-produces']);
  const mediaTypes = said.filter((it) => typeof it === 'string');
  return mediaTypes.length > 0 ? { mediaTypes, pointer: append(pointer, 'x-produces') } : undefined;
}
