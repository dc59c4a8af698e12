import type { ApiModel, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import { arrayOf, isEqual, objectOf, type Json } from '../../base/json.ts';
import type { Draft } from './draft.ts';
import { schemaBehind } from './sendable.ts';

/** Whether all that a request says is said by the description itself: as an example, a default, or one of its enumerated values. */
export function isDocumentedDraft(api: ApiModel, operation: Operation, draft: Draft): boolean {
  const { parameters, body } = draft;
  const media = body && operation.body?.content.find((it) => it.mediaType === body.mediaType);
  if (body && !(media && isDocumentedValue(api, media, body.value))) return false;
  return parameters.every(({ parameter, value }) => isDocumentedValue(api, parameter, value));
}

/** Whether a value is one that the description itself shows for a parameter or a body. */
export function isDocumentedValue(
  api: ApiModel,
  { examples, schema }: Pick<Parameter | MediaType, 'examples' | 'schema'>,
  value: Json,
): boolean {
  const stated = objectOf(schemaBehind(api, schema));
  const named = ['default', 'const', 'example'].flatMap((name) => stated[name] ?? []);
  const listed = ['enum', 'examples'].flatMap((name) => arrayOf(stated[name]));
  return [...examples.map((it) => it.value), ...named, ...listed].some((it) => isEqual(it, value));
}
