import type { ApiModel } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { hasOneWay, withoutOneWay } from '../../values/generate/one-way-members.ts';
import { resolverOf } from '../../values/resolve.ts';
import type { ReceivedBody } from './receive-body.ts';

/** What a body has to say: what is `readOnly` in it is ignored (JSON Schema 2020-12, validation, section 9.4). */
export function ownWords({ document }: ApiModel, body: ReceivedBody | undefined): Json | undefined {
  const { value, mediaType: { schema } = {} } = body ?? {};
  if (value === undefined || schema === undefined) return value;
  const node = valueAt(document, schema);
  if (node === undefined || !hasOneWay(document)) return value;
  return withoutOneWay(resolverOf(document), { node, pointer: schema }, value, 'request');
}
