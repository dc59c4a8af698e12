import { arrayOf, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, pointerOf, tokensOf, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { MembersPolicy, ResourcePolicy } from '../../model/resource-policy.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { isSuccess } from './json-answer.ts';
import { placeIn, withoutPlace, withPlace } from './places.ts';
import { actingOf, createThing, creatorOf, type Acting, type Thing } from './things.ts';

/** Operations on things whose properties others describe (`holds.members`). */
export interface Membership {
  readonly members: MembersPolicy;
  /** The node of `members`. */
  readonly pointer: Pointer;
  /** Makes what things and members are within, */
  readonly holder: Acting;
  /** members, */
  readonly maker: Acting;
  /** and the things that they describe. */
  readonly creator: Acting;
}

/** What describes the things of an operation; undefined where nothing does, or not all of it can be made. */
export function membershipOf(api: ApiModel, operation: Operation): Membership | undefined {
  const acting = actingOf(operation);
  const creator = acting && creatorOf(api, acting);
  for (const holding of creator ? api.operations : []) {
    const holder = actingOf(holding);
    if (!holder || !creator) continue;
    for (const [index, { name, members }] of (holder.policy.holds ?? []).entries()) {
      const maker = members && api.operations.find((it) => isMakerOf(it, members.of));
      const making = maker && actingOf(maker);
      if (name !== creator.policy.name || !members || !making) continue;
      const pointer = append(holding.pointer, 'x-resource', 'holds', index, 'members');
      return { members, pointer, holder, maker: making, creator };
    }
  }
  return undefined;
}

/** The same for an operation that makes such things, or the members that describe them. */
export function membershipMadeBy(api: ApiModel, operation: Operation): Membership | undefined {
  const { resource } = operation;
  if (resource?.action !== 'create') return undefined;
  const own = membershipOf(api, operation);
  if (own) return own;
  const all = api.operations.flatMap((it) => membershipOf(api, it) ?? []);
  return all.find(({ maker }) => maker.operation === operation);
}

function isMakerOf({ resource }: Operation, kind: string): boolean {
  return resource?.name === kind && resource.action === 'create' && resource.id !== undefined;
}

/** What a member is to be like, beside its name. */
export interface MemberWish {
  readonly type: string;
  readonly usual?: Json;
  readonly isOnce?: true;
  /** What the things are within that it refers to. */
  readonly to?: Json;
}

/** Makes what things and members are within; undefined where it cannot be. */
export function makeHolder(
  bench: Bench,
  { holder }: Membership,
  label: string,
): Promise<Thing | undefined> {
  return createThing(bench, holder, `${bench.operation.id} ${label}`);
}

/** Makes a member; tells whether the server took it. */
export async function addMember(
  { api, exchange }: Bench,
  { members, maker }: Membership,
  held: Thing,
  [name, wish]: readonly [name: string, wish: MemberWish],
): Promise<boolean> {
  const { operation, policy } = maker;
  const wanted: readonly (readonly [Pointer | undefined, Json | undefined])[] = [
    [members.type, wish.type],
    [members.default, wish.usual],
    [members.distinct, wish.isOnce],
    [members.links?.to, wish.to],
  ];
  for (const example of exampleDrafts(api, operation)) {
    const named = withPlace(within(example, maker, held), operation, policy.id ?? '', name);
    const draft = wanted.reduce<Draft>((it, [at, value]) => {
      if (at === undefined) return it;
      const place = saidAt(policy, at);
      return value === undefined ? withoutPlace(it, place) : withPlace(it, operation, place, value);
    }, named);
    if (readDraft(api, operation, draft).length > 0) continue;
    return isSuccess(await exchange(draft, { operation }));
  }
  return false;
}

/** Where the body says what stands at a place in a thing. */
function saidAt({ names = {}, input = '#' }: ResourcePolicy, at: Pointer): Pointer {
  const [first = '', ...rest] = tokensOf(at);
  const outer = Object.keys(names).find((it) => names[it] === first) ?? first;
  return append(pointerOf(input), outer, ...rest);
}

/** A request about what is within a thing that was made. */
export function within(draft: Draft, { operation, policy }: Acting, held: Thing): Draft {
  const owners = [...held.within, held.id];
  return (policy.within ?? []).reduce((it, place, index) => {
    const owner = owners[index];
    return owner === undefined ? it : withPlace(it, operation, place, owner);
  }, draft);
}

/** A request that makes a thing with these values beside those of the example; undefined where none is valid. */
export function thingWith(
  api: ApiModel,
  { creator }: Membership,
  held: Thing,
  values: JsonObject,
): Draft | undefined {
  const { operation, policy } = creator;
  const { input = '#' } = policy;
  for (const example of exampleDrafts(api, operation)) {
    const said = placeIn(example, input);
    const one = objectOf(Array.isArray(said) ? arrayOf(said)[0] : said);
    const own = Array.isArray(said) ? [{ ...one, ...values }] : { ...one, ...values };
    const draft = withPlace(within(example, creator, held), operation, input, own);
    if (readDraft(api, operation, draft).length === 0) return draft;
  }
  return undefined;
}

/** Sends such a request. */
export async function makeThing(
  { api, exchange }: Bench,
  membership: Membership,
  held: Thing,
  values: JsonObject,
): Promise<Exchange | undefined> {
  const draft = thingWith(api, membership, held, values);
  return draft && exchange(draft, { operation: membership.creator.operation });
}

/** Values of every kind, to find one that a type takes and one that it does not. */
const VALUES: readonly Json[] = [
  'kiln',
  7,
  true,
  ['kiln'],
  '2024-05-06T07:08:09Z',
  'https://kiln.example/',
  { kiln: 7 },
  false,
  1.5,
];

/** A value of a type and one that is none; undefined where there is no such. */
export function valuesOf(
  api: ApiModel,
  { members, pointer }: Membership,
  type: string,
): { readonly right: Json | undefined; readonly wrong: Json | undefined } {
  const schema = append(pointer, 'types', type);
  const isRight = (it: Json) =>
    !Object.hasOwn(members.types, type) || api.schemas.check(schema, it).length === 0;
  return { right: VALUES.find(isRight), wrong: VALUES.find((it) => !isRight(it)) };
}
