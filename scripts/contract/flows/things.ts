import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import {
  arrayOf,
  isEqual,
  isObject,
  objectOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Bench } from '../bench.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { successJson } from './json-answer.ts';
import { isPointer, placeIn, withPlace } from './places.ts';

/** An operation on a kind of thing, and what it does to it. */
export interface Acting {
  readonly operation: Operation;
  readonly policy: ResourcePolicy;
}

/** A thing that a check has made for itself, so that nobody else changes it. */
export interface Thing {
  readonly id: Json;
  /** What was said of it. */
  readonly input: JsonObject;
  /** Whose it is: values of `within`, in order. */
  readonly within: readonly (Json | undefined)[];
  readonly answered: Exchange;
}

/** What an operation does to things; undefined where it says nothing. */
export function actingOf(operation: Operation): Acting | undefined {
  const { resource: policy } = operation;
  return policy && { operation, policy };
}

/** Whether an operation shows things: some only count them. */
export function isShowing({ policy: { action, items, count } }: Acting): boolean {
  return action === 'read' || (action === 'list' && (items !== undefined || count === undefined));
}

/** The operation that makes things of the same kind, one at a time; undefined where none does. */
export function creatorOf(api: ApiModel, thing: Acting): Acting | undefined {
  return ofKind(api, thing, ['create', 'upsert']).find((it) => !isOfMany(it));
}

/** The operation that shows things of the same kind; undefined where none does. */
export function readerOf(api: ApiModel, thing: Acting): Acting | undefined {
  return ofKind(api, thing, ['read', 'list']).find(isShowing);
}

function ofKind(
  { operations }: ApiModel,
  { policy: { name } }: Acting,
  actions: readonly ResourcePolicy['action'][],
): Acting[] {
  const alike = operations
    .flatMap((it) => actingOf(it) ?? [])
    .filter((it) => it.policy.name === name);
  return actions.flatMap((action) => alike.filter((it) => it.policy.action === action));
}

/** Makes a thing; undefined where the server does not take the documented example, or names nothing. */
export async function createThing(
  bench: Bench,
  maker: Acting,
  label: string,
): Promise<Thing | undefined> {
  const { operation, policy } = maker;
  const [example] = exampleDrafts(bench.api, operation);
  if (!example) return undefined;
  return createFrom(bench, maker, asOwn(bench.api, operation, policy, example, label));
}

/** Makes a thing by a request; undefined where the server does not take it, or names nothing. */
export async function createFrom(
  { exchange }: Bench,
  { operation, policy }: Acting,
  draft: Draft,
): Promise<Thing | undefined> {
  const answered = await exchange(draft, { operation });
  const body = successJson(answered);
  if (body === undefined) return undefined;
  const item = firstOf(valueAt(body, policy.item ?? '#'));
  const id =
    (item !== undefined && policy.key !== undefined ? valueAt(item, policy.key) : undefined) ??
    (policy.id === undefined ? undefined : firstOf(placeIn(draft, policy.id)));
  if (id === undefined || id === null) return undefined;
  const said = objectOf(firstOf(placeIn(draft, policy.input ?? '#')));
  const within = (policy.within ?? []).map((place) => placeIn(draft, place));
  return { id, input: asThing(policy, said), within, answered };
}

/** A request about a thing, by the documented example of another operation on its kind. */
export function aboutThing(
  api: ApiModel,
  { operation, policy }: Acting,
  thing: Pick<Thing, 'id' | 'within'>,
): Draft | undefined {
  const [example] = exampleDrafts(api, operation);
  if (!example) return undefined;
  const owned = (policy.within ?? []).reduce((draft, place, i) => {
    const value = thing.within[i];
    return value === undefined ? draft : withPlace(draft, operation, place, value);
  }, example);
  if (policy.id === undefined) return owned;
  const given = placeIn(owned, policy.id);
  return withPlace(owned, operation, policy.id, Array.isArray(given) ? [thing.id] : thing.id);
}

/** What an answer shows of a thing: as the item, or in the list. */
export function thingIn({ policy }: Acting, answered: Exchange, id: Json): Json | undefined {
  const body = successJson(answered);
  if (body === undefined) return undefined;
  if (policy.action !== 'list') return firstOf(valueAt(body, policy.item ?? '#'));
  return itemsIn(policy, body).find((item) => isEqual(idOfThing(policy, item) ?? null, id));
}

export function itemsIn(policy: ResourcePolicy, body: Json): readonly Json[] {
  return arrayOf(valueAt(body, policy.items ?? '#'));
}

/** The id of a thing in an answer. */
export function idOfThing({ key = '#' }: ResourcePolicy, item: Json): Json | undefined {
  return valueAt(item, key);
}

/**
 * The first property that was said of a thing and is shown otherwise. What is not shown is no
 * contradiction, and neither is another way to write the same instant.
 */
export function contradictionIn(said: JsonObject, shown: Json): string | undefined {
  return Object.entries(said).find(([name, value]) => {
    const other = isObject(shown) ? shown[name] : undefined;
    return other !== undefined && !isSame(value, other);
  })?.[0];
}

function isSame(said: Json, shown: Json): boolean {
  if (isObject(said) && isObject(shown)) return contradictionIn(said, shown) === undefined;
  if (isEqual(said, shown)) return true;
  const [left, right] = [said, shown].map((it) =>
    typeof it === 'string' && /^\d{4}-\d\d-\d\dT/.test(it) ? Date.parse(it) : Number.NaN,
  );
  return !Number.isNaN(left) && left === right;
}

/** Whether an operation takes several things at once, whose ids stand in a list. */
function isOfMany({ operation: { body }, policy: { id } }: Acting): boolean {
  if (id === undefined || !isPointer(id)) return false;
  return (body?.content ?? []).some(({ examples }) =>
    examples.some(({ value }) => Array.isArray(valueAt(value, id))),
  );
}

/** Where a client names a thing itself, it takes a name of its own, if the schema allows. */
function asOwn(
  api: ApiModel,
  operation: Operation,
  { id }: ResourcePolicy,
  draft: Draft,
  label: string,
): Draft {
  if (id === undefined || typeof placeIn(draft, id) !== 'string') return draft;
  const own = withPlace(draft, operation, id, `kiln_${label.replaceAll(/\W/g, '_')}`);
  return readDraft(api, operation, own).length === 0 ? own : draft;
}

function firstOf(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? (value as readonly Json[])[0] : value;
}
