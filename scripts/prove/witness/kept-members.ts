import type { ApiModel } from '../../model/api-model.ts';
import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { MembersPolicy } from '../../model/resource-policy.ts';
import { readSchema } from './json-schema.ts';
import { ownerOf, type Doing, type Made } from './made.ts';
import type { Objection } from './objection.ts';

/** A reason to refuse a thing, and what says so. */
interface MemberGround {
  readonly kind: 'invalid';
  readonly clause: Pointer;
}

interface Described {
  readonly members: MembersPolicy;
  readonly pointer: Pointer;
}

/** What says what the properties of a kind are like. */
function describing(api: ApiModel, kind: string): Described | undefined {
  for (const { resource, pointer } of api.operations) {
    const index = resource?.holds?.findIndex((it) => it.name === kind && it.members) ?? -1;
    const members = resource?.holds?.[index]?.members;
    if (members)
      return { members, pointer: append(pointer, 'x-resource', 'holds', index, 'members') };
  }
  return undefined;
}

/** The members that were made within the same owner. */
function membersAround({ members }: Described, { resource, at, made }: Doing): readonly Made[] {
  const [, ...owners] = JSON.parse(ownerOf(resource, at)) as readonly string[];
  return made.filter((it) => it.owner === JSON.stringify([members.of, ...owners]));
}

/** Reasons to refuse a thing: a value of another type than its member's, or one that may be there once. */
export function memberGrounds(api: ApiModel, doing: Doing): readonly MemberGround[] {
  const { resource, at, made } = doing;
  const described = describing(api, resource.name);
  if (!described || resource.action !== 'create') return [];
  const { members, pointer } = described;
  const said = ([at(resource.input ?? '#') ?? null].flat() as readonly Json[]).map(objectOf);
  const others = made.filter((it) => it.owner === ownerOf(resource, at));
  return membersAround(described, doing).flatMap(({ id: name, said: member }): MemberGround[] => {
    const type = textOf(valueAt(member, members.type) ?? null);
    const values = said.map((it) => it[name] ?? null).filter((it) => it !== null);
    const schema = append(pointer, 'types', type);
    const isTyped = Object.hasOwn(members.types, type);
    const isWrong = values.some(
      (it) => isTyped && readSchema(api.document, schema, it).breaches.length > 0,
    );
    const isOnce = members.distinct !== undefined && valueAt(member, members.distinct) === true;
    const isTwice =
      isOnce &&
      values.some((it) => others.some((one) => isEqual(objectOf(one.said)[name] ?? null, it)));
    return [
      ...(isWrong ? [{ kind: 'invalid', clause: schema } as const] : []),
      ...(isTwice ? [{ kind: 'invalid', clause: append(pointer, 'distinct') } as const] : []),
    ];
  });
}

/** Listed things that were made have the defaults of their members, and show what they refer to. */
export function memberObjections(api: ApiModel, doing: Doing): readonly Objection[] {
  const { operation, resource, at, body, made } = doing;
  const { items, key = '#', linked, fields } = resource;
  const described = describing(api, resource.name);
  if (!described || items === undefined) return [];
  const { members, pointer } = described;
  const wanted = linked === undefined ? undefined : at(linked);
  const asked = fields === undefined ? undefined : at(fields);
  const isShown = (name: string) => !Array.isArray(asked) || asked.includes(name);
  const own = made.filter((it) => it.owner === ownerOf(resource, at));
  const listed = arrayOf(valueAt(body, items)).flatMap((item) => {
    const thing = own.find((it) => it.id === textOf(valueAt(item, key) ?? null));
    return thing ? [{ item: objectOf(item), said: objectOf(thing.said) }] : [];
  });
  return membersAround(described, doing).flatMap(({ id: name, said: member }): Objection[] => {
    const usual = members.default === undefined ? undefined : valueAt(member, members.default);
    const type = textOf(valueAt(member, members.type) ?? null);
    const isBare = listed.some(
      ({ item, said }) =>
        usual !== undefined &&
        usual !== null &&
        isShown(name) &&
        (said[name] ?? null) === null &&
        !isEqual(item[name] ?? null, usual),
    );
    const isWanted = wanted === true || (Array.isArray(wanted) && wanted.includes(name));
    const isLink = members.links?.types.includes(type) === true && linked !== undefined;
    const isReference =
      isLink &&
      isWanted &&
      listed.some(
        ({ item }) =>
          item[name] !== undefined &&
          item[name] !== null &&
          !isObject(item[name]) &&
          !Array.isArray(item[name]),
      );
    return [
      ...(isBare
        ? [{ clause: append(pointer, 'default'), seen: `${name} does not have its default` }]
        : []),
      ...(isReference
        ? [
            {
              clause: append(operation.pointer, 'x-resource', 'linked'),
              seen: `${name} is shown as a reference`,
            },
          ]
        : []),
    ];
  });
}
