import { isEqual, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ListedKind, ResourcePolicy } from '../../model/resource-policy.ts';
import type { Bench } from '../bench.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { successJson } from './json-answer.ts';
import { wholeList } from './paging.ts';
import { withPlace } from './places.ts';
import { aboutThing, createThing, creatorOf, type Acting } from './things.ts';

/** A thing that was just made and that a list shows, with a request for that list. */
export interface ListedThing {
  readonly id: Json;
  readonly told: Json;
  readonly question: Draft;
  /** The same without looking for its text, where the list is searched. */
  readonly all: Draft;
  /** Whether it asks for things of that kind alone. */
  readonly isNarrow: boolean;
  /** Undefined where the list is of its own kind alone. */
  readonly kind: ListedKind | undefined;
  readonly clause: Pointer;
}

/** Whether anything makes things that a list shows. */
export function isFilled(api: ApiModel, list: Acting): boolean {
  return kindsOf(list).some((kind) => makerOf(api, list, kind) !== undefined);
}

/** Makes a thing of each kind that a list shows, where an operation does and its answer tells enough. */
export async function* listedThings(
  bench: Bench,
  list: Acting,
  label: string,
): AsyncGenerator<ListedThing> {
  const { api } = bench;
  const { operation, policy } = list;
  for (const [index, kind] of kindsOf(list).entries()) {
    const maker = makerOf(api, list, kind);
    const thing = maker && (await createThing(bench, maker, `${operation.id} ${label} ${index}`));
    if (!thing) continue;
    const told = firstOf(
      valueAt(successJson(thing.answered) ?? null, maker.policy.item ?? '#') ?? null,
    );
    const question = kind ? questionOf(api, list, kind, told) : aboutThing(api, list, thing);
    if (!question) continue;
    const { chosen } = policy.kinds ?? {};
    const narrow = chosen && kind && asking(api, operation, question, chosen, [kind.word]);
    const tokens = kind ? ['kinds', 'of', index] : [];
    const clause = append(operation.pointer, 'x-resource', ...tokens);
    const all = wholeList(api, list, narrow || question);
    const whole = policy.search ? sought(api, list, told, all) : all;
    yield { id: thing.id, told, question: whole, all, isNarrow: Boolean(narrow), kind, clause };
    if (policy.kinds === undefined) return;
  }
}

/** A request that looks for a text of a thing, where a list is searched. */
function sought(
  api: ApiModel,
  { operation, policy: { search } }: Acting,
  told: Json,
  draft: Draft,
) {
  const texts = search?.at.map((at) => valueAt(told, at)) ?? [];
  const own = texts.find((it) => typeof it === 'string' && it !== '');
  if (!search || own === undefined) return draft;
  return asking(api, operation, draft, search.for, own) ?? draft;
}

/** What a list shows of a thing. */
export function shownOf(
  { kinds, key = '#', items = '#' }: ResourcePolicy,
  { id, kind }: ListedThing,
  body: Json,
): Json | undefined {
  const listed = valueAt(body, items);
  return (Array.isArray(listed) ? (listed as readonly Json[]) : []).find(
    (it) =>
      isEqual(valueAt(it, key) ?? null, id) &&
      (!kinds || !kind || isEqual(valueAt(it, kinds.told) ?? null, kind.word)),
  );
}

/** A request with something else at a place; undefined where it then breaks a constraint. */
export function asking(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  place: string,
  value: Json,
): Draft | undefined {
  const asked = withPlace(draft, operation, place, value);
  return readDraft(api, operation, asked).length === 0 ? asked : undefined;
}

function kindsOf({ policy: { kinds } }: Acting): readonly (ListedKind | undefined)[] {
  return kinds ? kinds.of : [undefined];
}

function makerOf(
  api: ApiModel,
  { operation, policy }: Acting,
  kind: ListedKind | undefined,
): Acting | undefined {
  return creatorOf(api, { operation, policy: kind ? { ...policy, name: kind.name } : policy });
}

/** A request for the list that a thing is in; undefined where what is told of the thing leaves that open. */
function questionOf(
  api: ApiModel,
  { operation, policy: { within = [] } }: Acting,
  { owners = [], only = {} }: ListedKind,
  told: Json,
): Draft | undefined {
  const isListed = Object.entries(only).every(([name, value]) =>
    isEqual(objectOf(told)[name] ?? null, value),
  );
  const [example] = exampleDrafts(api, operation);
  if (!isListed || !example) return undefined;
  return owners.reduce<Draft | undefined>((draft, at, index) => {
    const owner = valueAt(told, at);
    const place = within[index];
    if (!draft || owner === undefined || owner === null || place === undefined) return undefined;
    const asText = withPlace(draft, operation, place, textOf(owner));
    const asIs = withPlace(draft, operation, place, owner);
    return [asIs, asText].find((it) => readDraft(api, operation, it).length === 0);
  }, example);
}

function firstOf(value: Json): Json {
  return Array.isArray(value) ? ((value as readonly Json[])[0] ?? null) : value;
}
