import type * as fc from 'fast-check';
import type { ApiModel } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { Destination } from '../../values/generate/destination.ts';
import { sampleValue } from '../../values/generate/sample-value.ts';
import { validValue } from '../../values/generate/valid-value.ts';
import { schemaBehind } from './sendable.ts';

/** Values that a schema allows and that can be sent; undefined where none is found. */
export function allowedValues(
  api: ApiModel,
  pointer: Pointer | undefined,
  destination: Destination,
  isSendableThere: (value: Json) => boolean,
): fc.Arbitrary<Json> | undefined {
  const schema = schemaBehind(api, pointer);
  const isFine = (value: Json): boolean =>
    isSendableThere(value) &&
    (pointer === undefined || api.schemas.check(pointer, value, 'request').length === 0);
  const options = { destination, direction: 'request' } as const;
  const sample = sampleValue(api.document, schema, { ...options, accepts: isFine });
  if (!('value' in sample)) return undefined;
  return validValue(api.document, schema, options).map((it) => (isFine(it) ? it : sample.value));
}
