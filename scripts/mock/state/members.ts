import { objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { inTurn, whenThere, type Eventual } from '../../base/eventual.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { MembersPolicy } from '../../model/resource-policy.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { isBegunWithin, makerOf, ownersIn } from './owners.ts';
import { shelfWithin, type Shelf, type StoredThing } from './shelf.ts';

/** Things whose properties others describe, and those others (`holds.members`). */
export interface Described {
  readonly members: MembersPolicy;
  /** The node of `members`. */
  readonly pointer: Pointer;
  /** What makes the things that are described. */
  readonly maker: ResourcePolicy;
}

/** The one whose things are of a kind, or are described by things of it. */
export function describedBy(
  api: ApiModel,
  isWanted: (name: string, members: MembersPolicy) => boolean,
): Described | undefined {
  for (const { resource, pointer } of api.operations) {
    for (const [index, { name, members }] of (resource?.holds ?? []).entries()) {
      const maker = members && isWanted(name, members) ? makerOf(api, name) : undefined;
      if (!members || !maker) continue;
      const at = append(pointer, 'x-resource', 'holds', index, 'members');
      return { members, pointer: at, maker };
    }
  }
  return undefined;
}

/** Members by their names, and the things that they describe. */
export interface Around {
  readonly members: ReadonlyMap<string, JsonObject>;
  readonly things: readonly StoredThing[];
  readonly shelf: Shelf;
}

/** What is around a request; undefined where examples show things, whose members nobody has told. */
export function around(
  surroundings: Surroundings,
  { members, maker }: Described,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<Around | undefined> {
  const owners = ownersIn(policy, asked);
  const { namespace } = asked;
  return whenThere(isBegunWithin(surroundings, namespace, maker, owners), (isBegun) => {
    if (!isBegun) return undefined;
    const shelf = shelfWithin(surroundings, namespace, maker.name, owners);
    const told = shelfWithin(surroundings, namespace, members.of, owners);
    return whenThere(told.list(), (kept) =>
      whenThere(shelf.list(), (things) => ({
        members: new Map(
          kept.flatMap((it) => (it.isDeleted ? [] : [[textOf(it.id), it.fields] as const])),
        ),
        things: things.filter((it) => !it.isDeleted),
        shelf,
      })),
    );
  });
}

/** The schema of the values of a member; undefined where its type has none. */
export function schemaOf(
  { members, pointer }: Described,
  member: JsonObject | undefined,
): Pointer | undefined {
  const type = member && textOf(valueAt(member, members.type) ?? null);
  return type !== undefined && Object.hasOwn(members.types, type)
    ? append(pointer, 'types', type)
    : undefined;
}

/** What stands in for a value of a member that is not there; undefined where the member does not say. */
export function usualOf({ members }: Described, member: JsonObject): Json | undefined {
  return members.default === undefined ? undefined : valueAt(member, members.default);
}

/** Whether a value may stand there: no value always may. */
export function fitsType(api: ApiModel, schema: Pointer | undefined, value: Json): boolean {
  if (schema === undefined || value === null) return true;
  return api.schemas.check(schema, value).length === 0;
}

/** A value as one of another type; undefined where it cannot be. */
export function converted(
  api: ApiModel,
  schema: Pointer | undefined,
  value: Json,
): Json | undefined {
  const others: Json[] = [];
  if (typeof value === 'string') {
    if (value.trim() !== '' && Number.isFinite(Number(value))) others.push(Number(value));
    if (value === 'true' || value === 'false') others.push(value === 'true');
  } else if (typeof value === 'number' || typeof value === 'boolean') others.push(String(value));
  const [only] = Array.isArray(value) && value.length === 1 ? (value as readonly Json[]) : [];
  if (only !== undefined) others.push(only);
  return [value, ...others, [value]].find((it) => fitsType(api, schema, it));
}

/** Writes all things anew, each as it becomes. */
export function rewriteThings(
  { things, shelf }: Around,
  become: (fields: JsonObject) => JsonObject,
): Eventual<unknown> {
  return inTurn(things, (it) => {
    const { lacks = [], ...thing } = it;
    const fields = become(it.fields);
    const left = lacks.filter((name) => !Object.hasOwn(fields, name));
    return shelf.put({ ...thing, fields, ...(left.length > 0 && { lacks: left }) });
  });
}

/** The first name of a pointer into a thing. */
export function firstNameOf(at: Pointer): string {
  return tokensOf(at)[0] ?? '';
}

/** The things that a request says. */
export function saidThings(input: Json | undefined): readonly JsonObject[] {
  return ([input ?? null].flat() as readonly Json[]).map(objectOf);
}
