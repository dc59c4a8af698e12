import type { ApiModel, Operation } from '../../model/api-model.ts';
import { textOf, type Json } from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { readAs, textsOf } from './parameters.ts';
import type { RecordedRequest } from './recorded.ts';
import type { Route } from './route.ts';

/** What a request says at a place that a policy names: a parameter, or a pointer into the body. */
export function inputAt(
  { document }: ApiModel,
  operation: Operation,
  route: Route,
  request: RecordedRequest,
  place: string,
): Json | undefined {
  if (place.startsWith('#')) return valueAt(bodyOf(request) ?? null, pointerOf(place));
  const parameter = operation.parameters.find(({ name }) => name === place);
  const texts = parameter ? textsOf(parameter, route, request) : [];
  if (!parameter || texts.length === 0) return undefined;
  return parameter.schema === undefined
    ? textOf(texts[0])
    : readAs(document, parameter.schema, texts);
}

/** The JSON content of a request; undefined where it has none. */
export function bodyOf({ body }: RecordedRequest): Json | undefined {
  return body === undefined ? undefined : jsonOrNone(body);
}
