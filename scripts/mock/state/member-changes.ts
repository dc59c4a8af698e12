import { textOf, type Json, type JsonObject } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { asThing, keyProperty } from '../../model/named.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import {
  around,
  converted,
  describedBy,
  firstNameOf,
  rewriteThings,
  saidThings,
  schemaOf,
  usualOf,
  type Around,
  type Described,
} from './members.ts';
import { valueOf } from './shelf.ts';

/** What things become when a member of them is made, renamed, of another type or gone. */
type Change = (fields: JsonObject) => JsonObject;

/**
 * What a request about a member does to the things that it describes: to be done once the request is carried
 * out, or why it cannot be.
 */
export function memberChange(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<(() => Eventual<unknown>) | Refusal | undefined> {
  const described = describedBy(surroundings.api, (_, { of }) => of === policy.name);
  if (!described || policy.action === 'read' || policy.action === 'list') return undefined;
  return whenThere(around(surroundings, described, policy, asked), (found) => {
    if (!found) return undefined;
    const change = toChange(surroundings, { described, found, policy }, asked);
    if (change === undefined || 'refused' in change) return change;
    return () => rewriteThings(found, change);
  });
}

interface Held {
  readonly described: Described;
  readonly found: Around;
  readonly policy: ResourcePolicy;
}

function toChange(
  { api }: Surroundings,
  { described, found, policy }: Held,
  asked: Asked,
): Change | Refusal | undefined {
  const { members, pointer } = described;
  const [said = {}] = saidThings(valueOf(asked, policy.input ?? '#')).map((it) =>
    asThing(policy, it),
  );
  const given = policy.id === undefined ? undefined : valueOf(asked, policy.id);
  const name = given === undefined ? undefined : textOf(given);
  if (name === undefined) return undefined;
  if (policy.action === 'create') {
    const usual = usualOf(described, said);
    if (usual === undefined) return undefined;
    return (fields) => ({ ...fields, [name]: fields[name] ?? usual });
  }
  if (policy.action === 'delete') {
    return (fields) => Object.fromEntries(Object.entries(fields).filter(([it]) => it !== name));
  }
  const type = said[firstNameOf(members.type)];
  const next = said[keyProperty(policy) ?? ''];
  const values = new Map<string, Json>();
  if (type !== undefined) {
    const schema = schemaOf(described, { ...said, [firstNameOf(members.type)]: type });
    const isForced = members.force !== undefined && valueOf(asked, members.force) === true;
    const results = found.things.map((it) => {
      const value = it.fields[name] ?? null;
      return [textOf(value), value === null ? null : converted(api, schema, value)] as const;
    });
    if (!isForced && results.some(([, value]) => value === undefined)) {
      return refuse('invalid', `Not all values of "${name}" can become ${textOf(type)}.`, {
        path: [],
        constraint: append(pointer, 'types'),
        stage: 'behaviour',
      });
    }
    const isLost = results.some(([, value]) => value === undefined);
    for (const [text, value] of results) values.set(text, isLost ? null : (value ?? null));
  }
  const renamed = typeof next === 'string' ? next : name;
  return (fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([it, value]) => [
        it === name ? renamed : it,
        it === name ? (values.get(textOf(value)) ?? (values.size > 0 ? null : value)) : value,
      ]),
    );
}

/** Carries a request out, and then what it does to the things that a member describes. */
export function withMembers<Result>(
  change: Awaited<ReturnType<typeof memberChange>>,
  act: () => Eventual<Result>,
): Eventual<Result | Refusal> {
  if (change === undefined) return act();
  if (typeof change !== 'function') return change;
  return whenThere(act(), (result) => {
    const isDone = typeof result !== 'object' || result === null || !('refused' in result);
    return isDone ? whenThere(change(), () => result) : result;
  });
}
