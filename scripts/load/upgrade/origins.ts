import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { append, tokensOf, type Pointer } from '../../base/json-pointer.ts';

/** Which object of the description as it was written each new one stands for. */
export interface Origins {
  /** Notes what a new object stands for, and gives it back. */
  readonly note: <Made extends object>(written: object, made: Made) => Made;
  readonly of: (made: object) => object | undefined;
}

export function newOrigins(): Origins {
  const origins = new WeakMap<object, object>();
  return {
    note(written, made) {
      origins.set(made, origins.get(written) ?? written);
      return made;
    },
    of: (made) => origins.get(made),
  };
}

/** Finds where in the old document a node of the new one comes from. */
export function toOldPointer(
  old: JsonObject,
  made: JsonObject,
  origins: Origins,
): (pointer: Pointer) => Pointer {
  let pointers: ReadonlyMap<object, Pointer> | undefined;
  return (pointer) => {
    let node: Json | undefined = made;
    let origin: Json = old;
    let home: Pointer = '#';
    let rest: string[] = [];
    for (const token of tokensOf(pointer)) {
      node = childOf(node, token);
      rest.push(token);
      const known = isNested(node) ? origins.of(node) : undefined;
      if (!known) continue;
      // Most stand where they stood; for the others all are looked through, once.
      const isBelow: boolean = rest.reduce<Json | undefined>(childOf, origin) === known;
      const found: Pointer | undefined = isBelow
        ? append(home, ...rest)
        : (pointers ??= new Map(objectsOf(old, '#'))).get(known);
      // What reshaping has added stands for nothing that was written.
      if (found !== undefined) [origin, home, rest] = [known as Json, found, []];
    }
    const [first, ...others] = rest;
    const former = first === undefined ? undefined : RENAMED[first];
    // What a new keyword says, an old one of another name has said.
    if (first !== undefined && former !== undefined && !Object.hasOwn(Object(origin), first)) {
      rest = [former, ...others];
    }
    return append(home, ...rest);
  };
}

const RENAMED: Readonly<Record<string, string>> = {
  examples: 'example',
  contentEncoding: 'format',
  contentMediaType: 'format',
  anyOf: 'nullable',
  servers: 'host',
  openapi: 'swagger',
};

/** Finds where in the new document a node of the old one has come to. */
export function toNewPointer(
  made: JsonObject,
  origins: Origins,
): (written: object) => Pointer | undefined {
  let homes: Map<object, Pointer> | undefined;
  return (written) => {
    homes ??= homesIn(made, origins);
    return homes.get(written);
  };
}

/** Of what is written once and stands in several places, the one among the components counts. */
function homesIn(made: JsonObject, origins: Origins): Map<object, Pointer> {
  const homes = new Map<object, Pointer>();
  const { components } = made;
  const all = [
    ...(isObject(components) ? objectsOf(components, '#/components') : []),
    ...objectsOf(made, '#'),
  ];
  for (const [object, pointer] of all) {
    const origin = origins.of(object);
    if (origin && !homes.has(origin)) homes.set(origin, pointer);
  }
  return homes;
}

function* objectsOf(value: Json, pointer: Pointer): Generator<[object, Pointer]> {
  if (!isNested(value)) return;
  yield [value, pointer];
  for (const [key, child] of Object.entries(value)) yield* objectsOf(child, append(pointer, key));
}

function childOf(node: Json | undefined, token: string): Json | undefined {
  return isNested(node) && Object.hasOwn(node, token) ? (node as JsonObject)[token] : undefined;
}

function isNested(value: Json | undefined): value is JsonObject | readonly Json[] {
  return typeof value === 'object' && value !== null;
}
