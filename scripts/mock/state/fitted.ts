import { isEqual, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import {
  around,
  describedBy,
  fitsType,
  saidThings,
  schemaOf,
  usualOf,
  type Around,
  type Described,
} from './members.ts';
import { valueOf } from './shelf.ts';

/**
 * A request whose things have what members of another kind say of them: values of their types, defaults where
 * there are none, and nothing twice that may be there once. Else why not.
 */
export function fitted(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<Asked | Refusal> {
  const { name, action, input = '#' } = policy;
  if (action !== 'create' && action !== 'update' && action !== 'upsert') return asked;
  const described = describedBy(surroundings.api, (it) => it === name);
  const said = valueOf(asked, input);
  if (!described || said === undefined || asked.body === undefined) return asked;
  const { body } = asked;
  return whenThere(around(surroundings, described, policy, asked), (found) => {
    if (!found) return asked;
    const isNew = action === 'create';
    const whole: JsonObject[] = [];
    for (const thing of saidThings(said)) {
      const filled = isNew ? withUsual(described, found, thing) : thing;
      const refusal = refusalOf({ surroundings, described, found, policy }, filled, whole);
      if (isRefusal(refusal)) return refusal;
      whole.push(filled);
    }
    const filled: Json = Array.isArray(said) ? whole : (whole[0] ?? null);
    return { ...asked, body: withValueAt(body, input, filled) };
  });
}

function withUsual(described: Described, { members }: Around, thing: JsonObject): JsonObject {
  const key = described.maker.key ?? '#';
  const usual = [...members]
    .filter(([name]) => (thing[name] ?? null) === null && name !== key.slice(2))
    .flatMap(([name, member]) => {
      const value = usualOf(described, member);
      return value === undefined ? [] : [[name, value] as const];
    });
  return { ...thing, ...Object.fromEntries(usual) };
}

interface Held {
  readonly surroundings: Surroundings;
  readonly described: Described;
  readonly found: Around;
  readonly policy: ResourcePolicy;
}

/** Why a thing cannot be stored beside those that are there and those before it. */
function refusalOf(
  { surroundings: { api }, described, found, policy }: Held,
  thing: JsonObject,
  before: readonly JsonObject[],
): Refusal | undefined {
  const { members, pointer } = described;
  const own = thing[(policy.key ?? '#').slice(2)];
  for (const [name, value] of Object.entries(thing)) {
    const member = found.members.get(name);
    if (!member) continue;
    const schema = schemaOf(described, member);
    const facts = { path: [name], value, stage: 'behaviour' } as const;
    if (!fitsType(api, schema, value)) {
      const type = textOf(valueAt(member, members.type) ?? null);
      return refuse('invalid', `"${name}" is ${type}, and the value is none.`, {
        ...facts,
        constraint: schema ?? pointer,
      });
    }
    const isOnce = members.distinct !== undefined && valueAt(member, members.distinct) === true;
    const others = found.things.filter(({ id }) => own === undefined || !isEqual(id, own));
    const all = [...others.map(({ fields }) => fields), ...before];
    if (isOnce && value !== null && all.some((it) => isEqual(it[name] ?? null, value))) {
      return refuse('invalid', `No two may have the same "${name}".`, {
        ...facts,
        constraint: append(pointer, 'distinct'),
      });
    }
  }
  return undefined;
}
