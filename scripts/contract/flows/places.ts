import type { Operation } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import { parentOf, tokensOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { Draft } from '../generation/draft.ts';

/** What a draft has at a place that a policy names: a parameter, or a pointer into the body. */
export function placeIn(draft: Draft, place: string): Json | undefined {
  if (isPointer(place)) return draft.body && valueAt(draft.body.value, place);
  return draft.parameters.find(({ parameter }) => parameter.name === place)?.value;
}

/** A draft with something else at such a place; as it was where the operation has no such place. */
export function withPlace(draft: Draft, operation: Operation, place: string, value: Json): Draft {
  if (isPointer(place)) {
    const { body } = draft;
    return body
      ? { ...draft, body: { ...body, value: withValueAt(body.value, place, value) } }
      : draft;
  }
  const parameter = operation.parameters.find(({ name }) => name === place);
  if (!parameter) return draft;
  const others = draft.parameters.filter((it) => it.parameter !== parameter);
  return { ...draft, parameters: [...others, { parameter, value }] };
}

/** A draft that says nothing at such a place. */
export function withoutPlace(draft: Draft, place: string): Draft {
  if (isPointer(place)) {
    const { body } = draft;
    return body ? { ...draft, body: { ...body, value: removed(body.value, place) } } : draft;
  }
  return { ...draft, parameters: draft.parameters.filter((it) => it.parameter.name !== place) };
}

function removed(value: Json, at: Pointer): Json {
  const parent = valueAt(value, parentOf(at));
  const name = tokensOf(at).at(-1) ?? '';
  if (!isObject(parent) || !(name in parent)) return value;
  const { [name]: _removed, ...rest } = parent;
  return withValueAt(value, parentOf(at), rest);
}

export function isPointer(place: string): place is Pointer {
  return place.startsWith('#');
}
