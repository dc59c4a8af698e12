import type { ApiModel, MediaType, Operation } from '../model/api-model.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { nearest } from '../base/nearest.ts';
import { isSuccessResponse } from './operations.ts';
import type { Hit } from './rule.ts';
import { schemasAt } from './schema-paths.ts';

/** Nothing where the API has the operation, and else what to say at the pointer; so do the others. */
export function unknownOperation(api: ApiModel, at: Pointer, id: string): Generator<Hit> {
  const ids = api.operations.map((operation) => operation.id);
  return unknown(at, 'operation', id, ids);
}

export function* unknown(
  at: Pointer,
  what: string,
  name: string,
  known: readonly string[],
): Generator<Hit> {
  if (known.includes(name)) return;
  const meant = nearest(name, known);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  yield { at, message: `There is no ${what} ${name}${hint}` };
}

export function* unknownPlace(
  api: ApiModel,
  at: Pointer,
  place: Pointer,
  content: readonly MediaType[],
): Generator<Hit> {
  if (placesIn(api, place, content).length > 0) return;
  yield { at, message: `No schema of that body names the place ${place}` };
}

/** The schemas that describe a place in bodies; none where none of them names it. */
export function placesIn(
  { document }: ApiModel,
  place: Pointer,
  content: readonly MediaType[],
): Pointer[] {
  return content.flatMap(({ schema }) => (schema ? schemasAt(document, schema, place) : []));
}

export function jsonOfSuccess(responses: Operation['responses']): MediaType[] {
  return responses.filter(isSuccessResponse).flatMap(({ content }) => content);
}
