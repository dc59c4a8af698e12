import { objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { isJsonType } from '../../base/media-type.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, DocumentedResponse, Operation } from '../../model/api-model.ts';
import { placeInThreeOne } from '../../model/as-three-one.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { isStreamed } from '../client-features.ts';
import type { Contract } from '../runtime/contract.ts';
import { dateTimesIn, withDates, type DateTimes } from './date-times.ts';

/** What types are made of, and what a client carries along. */
export interface ClientParts {
  readonly shapes: JsonObject;
  readonly contract: Contract;
}

/**
 * The same with times as `Date`s: marked in the shapes, of which types are made, and placed in the contract, by which
 * answers are read, so that neither can say what the other does not.
 */
export function withDateTimes(api: ApiModel, { shapes, contract }: ClientParts): ClientParts {
  const times = dateTimesIn(shapes, schemasIn(shapes));
  const operations = api.operations.flatMap((operation) => {
    const own = contract.operations[operation.id];
    const dateTimes = placesInAnswers(shapes, times, operation);
    return own ? [[operation.id, { ...own, ...(dateTimes && { dateTimes }) }] as const] : [];
  });
  const webhooks = api.webhooks.flatMap((webhook) => {
    const own = contract.webhooks?.[webhook.path];
    const dateTimes = placeInPayload(shapes, times, webhook);
    return own
      ? [[webhook.path, { ...own, ...(dateTimes !== undefined && { dateTimes }) }] as const]
      : [];
  });
  return {
    shapes: withDates(shapes, times.schemas),
    contract: {
      ...contract,
      operations: Object.fromEntries(operations),
      dateTimes: times.rows,
      ...(webhooks.length > 0 && { webhooks: Object.fromEntries(webhooks) }),
    },
  };
}

/** Where times are in the answers of an operation, by status and media type; undefined where there is none. */
function placesInAnswers(shapes: JsonObject, times: DateTimes, operation: Operation) {
  const { path, method } = placeInThreeOne(operation);
  const described = memberAt(shapes, shapes['paths'], path, method, 'responses');
  const statuses = operation.responses.flatMap(({ status, content }) => {
    const own = memberAt(shapes, described, status, 'content');
    const places = placesByType(shapes, times, content, own);
    return places.length > 0 ? [[status, Object.fromEntries(places)] as const] : [];
  });
  return statuses.length > 0 ? Object.fromEntries(statuses) : undefined;
}

/** Where times are in what a webhook brings. */
function placeInPayload(
  shapes: JsonObject,
  { placeOf }: DateTimes,
  { path, method, body }: Operation,
): number | undefined {
  const content = memberAt(shapes, shapes['webhooks'], path, method, 'requestBody', 'content');
  const type = body?.content.find(({ mediaType }) => isJsonType(mediaType))?.mediaType;
  const schema = type === undefined ? undefined : memberAt(shapes, content, type, 'schema');
  return schema === undefined ? undefined : placeOf(schema);
}

function placesByType(
  shapes: JsonObject,
  { placeOf, itemPlaceOf }: DateTimes,
  content: DocumentedResponse['content'],
  own: Json | undefined,
) {
  return content.flatMap(({ mediaType }) => {
    const schema = memberAt(shapes, own, mediaType, 'schema');
    const isRead = isJsonType(mediaType) || isStreamed(mediaType);
    if (schema === undefined || !isRead) return [];
    // What comes value by value is described as a list of these.
    const place = isStreamed(mediaType) ? itemPlaceOf(schema) : placeOf(schema);
    return place === undefined ? [] : [[mediaType, place] as const];
  });
}

/** A member at whatever depth, of an object that may be a reference, as may each on the way. */
function memberAt(
  document: JsonObject,
  node: Json | undefined,
  ...names: readonly string[]
): Json | undefined {
  const [name, ...more] = names;
  if (name === undefined) return node;
  let at = node;
  const seen = new Set<unknown>();
  for (;;) {
    const ref = stringOf(objectOf(at)['$ref']);
    if (ref === undefined || seen.has(at)) break;
    seen.add(at);
    at = valueAt(document, pointerOf(ref));
  }
  return memberAt(document, objectOf(at)[name], ...more);
}

/** Every schema of a document, at whatever depth. */
function* schemasIn(document: JsonObject): Generator<Json> {
  for (const { node, isSchema } of nodesOf(document)) if (isSchema) yield node;
}
