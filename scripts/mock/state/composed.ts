import { isObject, objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, tokensOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Surroundings } from '../behaviour/step.ts';
import { presentWithin } from './present.ts';

/** What a new thing has that others of its values make up (`composed`): `{#/a}` stands for the value at a pointer. */
export function composedOf({ composed }: ResourcePolicy, thing: JsonObject): JsonObject {
  if (!composed) return {};
  return Object.fromEntries(
    Object.entries(composed).map(([name, parts]) => [
      name,
      parts.replaceAll(/\{(#[^{}]*)\}/g, (_, at: string) =>
        textOf(valueAt(thing, at as Pointer) ?? ''),
      ),
    ]),
  );
}

/**
 * What a new thing is like where nobody has said otherwise (`initial`). Of an object there only the members are said,
 * and only where the thing has one.
 */
export function completed(initial: JsonObject, thing: JsonObject): JsonObject {
  const added = Object.entries(initial).flatMap(([name, value]): [string, Json][] => {
    const own = thing[name];
    if (!isObject(value) || Object.keys(value).length === 0) {
      return own === undefined ? [[name, value]] : [];
    }
    return isObject(own) ? [[name, completed(value, own)]] : [];
  });
  return { ...thing, ...Object.fromEntries(added) };
}

/** The number of the next thing within the same owner (`numbered`); undefined where they have none. */
export function nextPlace(
  surroundings: Surroundings,
  namespace: string,
  policy: ResourcePolicy,
  owners: readonly string[],
): Eventual<number | undefined> {
  const { numbered } = policy;
  if (!numbered) return undefined;
  return whenThere(presentWithin(surroundings, namespace, policy, owners), (things) => {
    const numbers = things.map(({ fields }) => Number(valueAt(fields, numbered.at)));
    return Math.max(numbered.from - 1, ...numbers.filter(Number.isInteger)) + 1;
  });
}

/** A thing with its number. */
export function withNumber(
  { numbered }: ResourcePolicy,
  fields: JsonObject,
  place: number | undefined,
): JsonObject {
  return numbered && place !== undefined
    ? objectOf(withValueAt(fields, numbered.at, place))
    : fields;
}

/** What an operation makes anew of a thing, in the form of its example (`renewed`). */
export function renewedIn({ renewed = [], item = '#' }: ResourcePolicy, answer: Json): JsonObject {
  const known = renewed.flatMap((at) => {
    const value = valueAt(answer, append(item, ...tokensOf(at)));
    return value === undefined ? [] : [[at, value] as const];
  });
  return objectOf(known.reduce<Json>((it, [at, value]) => withValueAt(it, at, value), {}));
}

/** An item with its long texts cut: at `bytes`, or at as many as a request says. */
export function toCut({ cut }: ResourcePolicy, asked: Json | undefined): (item: Json) => Json {
  const most = typeof asked === 'number' ? asked : asked === true ? cut?.bytes : undefined;
  if (most === undefined) return (item) => item;
  const shorten = (value: Json) =>
    typeof value === 'string' && Buffer.byteLength(value) > most ? firstBytes(value, most) : value;
  return (item) =>
    isObject(item)
      ? Object.fromEntries(Object.entries(item).map(([name, value]) => [name, shorten(value)]))
      : item;
}

/** No character is cut in two. */
function firstBytes(text: string, most: number): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, most), { stream: true });
}
