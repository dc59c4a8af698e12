import type { ApiModel } from '../../model/api-model.ts';
import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { ownerOf, type Doing } from './made.ts';
import type { Objection } from './objection.ts';

/** Milliseconds that an answer takes. */
const SLOW = 10_000;

/** What an answer tells of the thing that was made or changed: its moments, texts, number and what is left out. */
export function toldObjections(api: ApiModel, seen: Doing): readonly Objection[] {
  const { operation, resource, body } = seen;
  const { item = '#', items, omits = [] } = resource;
  const told = valueAt(body, item);
  const clause = (...tokens: (string | number)[]) =>
    append(operation.pointer, 'x-resource', ...tokens);
  if (items !== undefined || !isObject(told)) return [];
  const shown = omits.flatMap((at, index): Objection[] => {
    const value = valueAt(told, at);
    return value === undefined
      ? []
      : [{ clause: clause('omits', index), seen: `${at} is ${textOf(value)}` }];
  });
  const isMade = resource.action === 'create';
  return [
    ...shown,
    ...(['create', 'update'].includes(resource.action) ? changeObjections(api, seen, told) : []),
    ...(isMade ? [...composedObjections(seen, told), ...numberObjections(seen, told)] : []),
    ...(resource.action === 'update' ? renewalObjections(seen, told) : []),
  ];
}

/** What is set whenever the thing changes is the moment of the answer. */
function changeObjections(
  api: ApiModel,
  { operation, resource, moment }: Doing,
  told: Json,
): readonly Objection[] {
  return operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content)
    .flatMap(({ schema }) =>
      schema === undefined ? [] : changedIn(api.document, schema, tokensOf(resource.item ?? '#')),
    )
    .flatMap(({ name, clause }): Objection[] => {
      const value = objectOf(told)[name];
      const isRight = value === undefined || Math.abs(Date.parse(textOf(value)) - moment) < SLOW;
      return isRight ? [] : [{ clause, seen: `${name} is ${textOf(value)}` }];
    });
}

interface Changed {
  readonly name: string;
  readonly clause: Pointer;
}

/** The properties of what stands at a path that say when it changed. */
function changedIn(
  document: Json,
  schema: Pointer,
  path: readonly string[],
  deepest = 12,
): readonly Changed[] {
  const node = objectOf(valueAt(document, schema));
  if (deepest === 0) return [];
  const follow = (to: Pointer, rest = path) => changedIn(document, to, rest, deepest - 1);
  const beside = [
    ...(typeof node['$ref'] === 'string' ? [pointerOf(node['$ref'])] : []),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((word) =>
      arrayOf(node[word]).map((_, index) => append(schema, word, index)),
    ),
  ].flatMap((it) => follow(it));
  const properties = objectOf(node['properties']);
  const [token, ...rest] = path;
  if (token !== undefined) {
    const isThere = Object.hasOwn(properties, token);
    return [...beside, ...(isThere ? follow(append(schema, 'properties', token), rest) : [])];
  }
  const own = Object.keys(properties).flatMap((name): Changed[] => {
    const at = append(schema, 'properties', name);
    const { $ref } = objectOf(properties[name]);
    const places = [at, ...(typeof $ref === 'string' ? [pointerOf($ref)] : [])];
    const found = places.find((it) => objectOf(valueAt(document, it))['x-changed'] === 'now');
    return found === undefined ? [] : [{ name, clause: append(found, 'x-changed') }];
  });
  return [...beside, ...own];
}

/** A text is what its parts make of the values beside it. */
function composedObjections({ operation, resource, at }: Doing, told: Json): readonly Objection[] {
  const said = objectOf(at(resource.input ?? '#'));
  return Object.entries(resource.composed ?? {}).flatMap(([name, parts]): Objection[] => {
    const value = objectOf(told)[name];
    let isKnown = value !== undefined && !Object.hasOwn(said, name);
    const wanted = parts.replaceAll(/\{(#[^{}]*)\}/g, (_, place: string) => {
      const part = valueAt({ ...said, ...objectOf(told) }, pointerOf(place));
      isKnown &&= part !== undefined && part !== null;
      return textOf(part ?? '');
    });
    const clause = append(operation.pointer, 'x-resource', 'composed', name);
    return !isKnown || value === wanted
      ? []
      : [{ clause, seen: `${name} is ${textOf(value ?? null)}, and not ${wanted}` }];
  });
}

/** A thing has the number after that of the one that was made before it. */
function numberObjections(
  { operation, resource, at, made }: Doing,
  told: Json,
): readonly Objection[] {
  const { numbered } = resource;
  const number = numbered && valueAt(told, numbered.at);
  if (!numbered || number === undefined) return [];
  const last = made.findLast((it) => it.owner === ownerOf(resource, at));
  const before = last && valueAt(last.told, numbered.at);
  const isRight =
    typeof number === 'number' &&
    number >= numbered.from &&
    (typeof before !== 'number' || number === before + 1);
  const clause = append(operation.pointer, 'x-resource', 'numbered');
  return isRight ? [] : [{ clause, seen: `${textOf(before ?? null)}, then ${textOf(number)}` }];
}

/** What is made anew is there, and is not what the thing was made with. */
function renewalObjections(
  { operation, resource, at, made }: Doing,
  told: Json,
): readonly Objection[] {
  const { renewed = [], id } = resource;
  const asked = id === undefined ? undefined : at(id);
  const own = made.findLast(
    (it) => it.owner === ownerOf(resource, at) && it.id === textOf(asked ?? null),
  );
  return renewed.flatMap((place, index): Objection[] => {
    const value = valueAt(told, place);
    const before = own && (valueAt(own.told, place) ?? null);
    const isOld = value === null || (value !== undefined && own && isEqual(value, before ?? null));
    const clause = append(operation.pointer, 'x-resource', 'renewed', index);
    return isOld ? [{ clause, seen: `${place} is ${textOf(value ?? null)}` }] : [];
  });
}
