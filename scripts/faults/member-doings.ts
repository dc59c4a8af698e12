import type { ApiModel } from '../model/api-model.ts';
import { arrayOf, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { MembersPolicy, ResourcePolicy } from '../model/resource-policy.ts';
import type { Answer } from '../wire/answer.ts';
import { bodyJson } from './answer-parts.ts';
import { exampleRequest, readAsSent } from './example-request.ts';
import type { RequestDraft, WitnessStep } from './operator.ts';
import { doing, idPlace, type Doing } from './remembered-things.ts';
import { valueIn, withValueIn } from './request-parts.ts';

/** Operations on things whose properties others describe (`holds.members`), with valid requests. */
export interface MemberDoings {
  readonly members: MembersPolicy;
  /** The node of `members`. */
  readonly pointer: Pointer;
  /** Makes what things and members are within, */
  readonly holder: Doing;
  /** members, */
  readonly maker: Doing;
  /** and the things that they describe. */
  readonly creator: Doing;
}

/** What describes the things of a kind that fits; undefined where nothing does, or no example says how. */
export function memberDoings(
  api: ApiModel,
  isWanted: (kind: string, members: MembersPolicy) => boolean,
): MemberDoings | undefined {
  for (const operation of api.operations) {
    const { resource } = operation;
    for (const [index, { name, members }] of (resource?.holds ?? []).entries()) {
      if (!resource || !members || !isWanted(name, members)) continue;
      const making = (kind: string) =>
        doing({ api, operation, resource: { name: kind, action: 'create' } }, 'create');
      const draft = exampleRequest(api, operation);
      const [maker, creator] = [making(members.of), making(name)];
      if (!draft || !maker || !creator) continue;
      const pointer = append(operation.pointer, 'x-resource', 'holds', index, 'members');
      return { members, pointer, holder: { api, operation, resource, draft }, maker, creator };
    }
  }
  return undefined;
}

/** Where the body says what stands at a place in a thing. */
export function saidAt({ names = {}, input = '#' }: ResourcePolicy, at: Pointer): Pointer {
  const [first = '', ...rest] = tokensOf(at);
  const outer = Object.keys(names).find((it) => names[it] === first) ?? first;
  return append(pointerOf(input), outer, ...rest);
}

type Request = (owners: readonly Json[], previous: Answer) => RequestDraft;

/** Makes what holds things, and then asks about what is within it. */
export function heldSteps(
  { holder }: MemberDoings,
  ...requests: readonly Request[]
): readonly WitnessStep[] {
  let owners: readonly Json[] = [];
  return [
    { send: holder.draft },
    ...requests.map((request, index) => ({
      follow(previous: Answer) {
        if (index === 0) owners = ownersIn(holder, previous);
        return request(owners, previous);
      },
    })),
  ];
}

function ownersIn({ api, operation, resource, draft }: Doing, answer: Answer): readonly Json[] {
  const read = readAsSent(api, operation, draft);
  const place = idPlace(resource);
  const told = place && valueAt(bodyJson(answer) ?? null, place);
  const said = (at: string) => (read && valueIn(read, at)) ?? null;
  const id = told ?? (resource.id === undefined ? null : said(resource.id));
  return [...(resource.within ?? []).map(said), id];
}

/** A request about what is within them. */
export function aboutOwners(
  { operation, resource, draft }: Doing,
  owners: readonly Json[],
): RequestDraft {
  return (resource.within ?? []).reduce<RequestDraft>((it, place, index) => {
    const owner = owners[index];
    return owner === undefined ? it : withValueIn(operation, it, place, owner);
  }, draft);
}

/** A request that makes a member of a type; the values stand at places in it. */
export function memberRequest(
  { maker, members }: MemberDoings,
  name: string,
  type: string,
  values: (owners: readonly Json[]) => readonly (readonly [Pointer | undefined, Json])[] = () => [],
): Request {
  const { operation, resource } = maker;
  return (owners) =>
    [[members.type, type] as const, ...values(owners)].reduce<RequestDraft>(
      (it, [at, value]) =>
        at === undefined ? it : withValueIn(operation, it, saidAt(resource, at), value),
      withValueIn(operation, aboutOwners(maker, owners), resource.id ?? '#', name),
    );
}

/** A request that makes a thing with these values beside those of the example. */
export function thingRequest(
  { creator }: MemberDoings,
  values: (previous: Answer) => JsonObject,
): Request {
  const { api, operation, resource, draft } = creator;
  const { input = '#' } = resource;
  const read = readAsSent(api, operation, draft);
  const said = (read && valueIn(read, input)) ?? null;
  return (owners, previous) => {
    const one = objectOf(Array.isArray(said) ? arrayOf(said)[0] : said);
    const own = { ...one, ...values(previous) };
    return withValueIn(
      operation,
      aboutOwners(creator, owners),
      input,
      Array.isArray(said) ? [own] : own,
    );
  };
}

/** Values of every kind, to find one that a type takes and one that it does not. */
const VALUES: readonly Json[] = ['kiln', 7, true, ['kiln'], '2024-05-06T07:08:09Z', { kiln: 7 }];

/** The first type that takes a plain value, and one that is none of its values where there is any. */
export function typeWith(
  { creator: { api }, members, pointer }: MemberDoings,
  isWanted: (type: string, wrong: Json | undefined) => boolean,
): { readonly type: string; readonly right: Json; readonly wrong: Json | undefined } | undefined {
  for (const type of Object.keys(members.types)) {
    const schema = append(pointer, 'types', type);
    const isRight = (it: Json) => api.schemas.check(schema, it).length === 0;
    const right = VALUES.find(isRight);
    const wrong = VALUES.find((it) => !isRight(it));
    const isLink = members.links?.types.includes(type) === true;
    if (right !== undefined && !isLink && isWanted(type, wrong)) return { type, right, wrong };
  }
  return undefined;
}
