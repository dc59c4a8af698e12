import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { parentOf, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { spotsOf } from '../../values/effective-schema.ts';
import { ABSENT } from '../../values/violations.ts';
import { partsOf, withChange, type Part } from '../generation/change.ts';
import type { Draft } from '../generation/draft.ts';
import { isOfHttp } from '../generation/sendable.ts';

/** What stands at a place; `ABSENT` where it is left out. */
export type Given = Json | typeof ABSENT;

/** One place of a request of which a schema says something. */
export interface InputPlace {
  readonly part: Part;
  readonly at: Pointer;
  /** As reports name it: `query parameter limit`, `body/name`. */
  readonly label: string;
  readonly schema: JsonObject;
  /** What the description says of it in words. */
  readonly words: string;
  /** Where its schema is written. */
  readonly pointer: Pointer;
  /** What stands there in the request that it was found in. */
  readonly value: Json;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
}

/** Places of one request that are looked at. */
const MOST = 40;

/** The places of a request, the outer ones first. */
export function inputPlaces(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
): readonly InputPlace[] {
  const parts = partsOf(operation, draft).filter(
    ({ parameter }) => !parameter || !isOfHttp(parameter),
  );
  return parts
    .filter(({ media }) => !media || draft.body?.file === undefined)
    .flatMap((part) => placesIn(api, operation, part))
    .slice(0, MOST);
}

function placesIn(api: ApiModel, operation: Operation, part: Part): InputPlace[] {
  const schema = part.schema && valueAt(api.document, part.schema);
  const isOptional = part.parameter
    ? part.parameter.in !== 'path' && !part.required
    : !part.required;
  const spots = [...spotsOf(api.document, schema, part.value)];
  const owner = part.parameter?.pointer ?? part.media?.pointer ?? operation.pointer;
  const isAbsentAllowed = (at: Pointer): boolean => {
    if (at === '#') return isOptional;
    const parent = spots.find((it) => it.at === parentOf(at));
    if (!parent || !isObject(parent.value)) return false;
    return !arrayOf(parent.schema['required']).includes(tokensOf(at).at(-1) ?? '');
  };
  return spots.map(({ at, schema: own, pointer, value }) => ({
    part,
    at,
    label: `${part.name}${at.slice(1)}`,
    schema: own,
    words: wordsOf(own, part.parameter && valueAt(api.document, part.parameter.pointer)),
    pointer: part.schema === undefined ? owner : pointer,
    value,
    isOptional: isAbsentAllowed(at),
  }));
}

/** What a schema says in words, and the parameter that it belongs to. */
function wordsOf({ title, description }: JsonObject, parameter: Json | undefined): string {
  const all = [title, description, objectOf(parameter)['description']];
  return all.filter((it) => typeof it === 'string').join('; ');
}

/** A request with something else at a place, which it may lack so far. */
export function put(draft: Draft, { part, at }: InputPlace, value: Given): Draft {
  const { parameter, media } = part;
  const isThere = parameter
    ? draft.parameters.some((it) => it.parameter === parameter)
    : draft.body !== undefined;
  if (isThere) return withChange(draft, { part, keyword: '', at, value });
  if (at !== '#' || value === ABSENT) return draft;
  if (parameter) return { ...draft, parameters: [...draft.parameters, { parameter, value }] };
  return media ? { ...draft, body: { mediaType: media.mediaType, value } } : draft;
}

/** What a request has at a place. */
export function givenAt({ parameters, body }: Draft, { part, at }: InputPlace): Given {
  const whole = part.parameter
    ? parameters.find(({ parameter }) => parameter === part.parameter)?.value
    : body?.value;
  return (whole === undefined ? undefined : valueAt(whole, at)) ?? (whole === null ? null : ABSENT);
}

/** Whether one of two places is the other, or within it. */
export function isSamePlace(one: InputPlace, other: InputPlace): boolean {
  if (one.part.name !== other.part.name) return false;
  return isIn(one.at, other.at) || isIn(other.at, one.at);
}

function isIn(inner: Pointer, outer: Pointer): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** The members that an object may have by name. */
export function namedMembers({ schema }: InputPlace): readonly string[] {
  return Object.keys(objectOf(schema['properties']));
}
