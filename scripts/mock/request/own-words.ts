import type { ApiModel, MediaType } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { toOneWayFilter } from '../../values/generate/one-way-members.ts';
import { resolverOf } from '../../values/resolve.ts';
import type { ReceivedBody } from './receive-body.ts';

type Filter = (value: Json) => Json;

const FILTERS = new WeakMap<MediaType, Filter>();

/** What a body has to say: what is `readOnly` in it is ignored (JSON Schema 2020-12, validation, section 9.4). */
export function ownWords(api: ApiModel, body: ReceivedBody | undefined): Json | undefined {
  if (body?.value === undefined) return undefined;
  const { value, mediaType } = body;
  let filter = FILTERS.get(mediaType);
  if (!filter) FILTERS.set(mediaType, (filter = filterOf(api, mediaType)));
  return filter(value);
}

function filterOf({ document }: ApiModel, { schema }: MediaType): Filter {
  const node = schema === undefined ? undefined : valueAt(document, schema);
  if (schema === undefined || node === undefined) return (value) => value;
  return toOneWayFilter(resolverOf(document), { node, pointer: schema }, 'request');
}
