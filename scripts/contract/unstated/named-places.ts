import { isObject, type Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { tokensOf } from '../../base/json-pointer.ts';
import type { WireResponse } from '../../wire/exchange.ts';
import type { InputPlace } from './input-place.ts';

/** Characters of a refusal that are looked at, and levels of it. */
const LONGEST = 100_000;
const DEEPEST = 6;
/** Members in which refusals say which part of a request they are about. */
const NAMING =
  /^(?:fields?|params?|parameters?|names?|paths?|loc|location|pointer|instance_?path|property|propertyname|source|key|target)$/i;

/**
 * The places that a refusal names by themselves: a list of steps such as `["query", "size"]`, a pointer, or a member
 * that says which field it is. What is only mentioned in a sentence is not named.
 */
export function placesNamed(
  { body }: Pick<WireResponse, 'body'>,
  places: readonly InputPlace[],
): readonly InputPlace[] {
  const said = body.length > LONGEST ? undefined : jsonOrNone(body);
  if (said === undefined) return [];
  const named = [...stepsIn(said, DEEPEST)].flatMap((steps) => {
    const fitting = places.filter((it) => isOf(steps, it));
    // `size` within `parts` is not the parameter that is called so.
    const most = Math.max(...fitting.map((it) => stepsOf(it).length));
    return fitting.filter((it) => stepsOf(it).length === most);
  });
  return places.filter((it) => named.includes(it));
}

/** What servers call the parts of a request, and where that is. */
const PARTS: Readonly<Record<string, string>> = {
  body: 'body',
  json: 'body',
  query: 'query',
  querystring: 'query',
  path: 'path',
  params: 'path',
  header: 'header',
  headers: 'header',
  cookie: 'cookie',
  cookies: 'cookie',
};

/** Whether steps lead to a place, and through no other part of the request. */
function isOf(steps: readonly string[], place: InputPlace): boolean {
  const wanted = stepsOf(place);
  if (!endsAs(steps, wanted)) return false;
  const own = place.part.parameter?.in ?? 'body';
  return steps.slice(0, steps.length - wanted.length).every((it) => {
    const part = PARTS[it.toLowerCase()];
    return part === undefined || part === own;
  });
}

/** What a place is called, step by step from the outermost. */
function stepsOf({ part, at }: InputPlace): readonly string[] {
  const own = part.parameter ? [part.parameter.name] : [];
  return [...own, ...tokensOf(at)];
}

function endsAs(steps: readonly string[], wanted: readonly string[]): boolean {
  const from = steps.length - wanted.length;
  return wanted.length > 0 && from >= 0 && wanted.every((it, i) => steps[from + i] === it);
}

function* stepsIn(value: Json, levels: number): Generator<readonly string[]> {
  if (levels === 0) return;
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isStep)) yield value.map(String);
    for (const it of value) yield* stepsIn(it, levels - 1);
    return;
  }
  if (!isObject(value)) return;
  for (const [name, it] of Object.entries(value)) {
    if (typeof it === 'string' && NAMING.test(name)) yield split(it);
    else yield* stepsIn(it, levels - 1);
  }
}

function isStep(it: Json): boolean {
  return typeof it === 'string' || typeof it === 'number';
}

/** `body.items[0].name`, `/items/0/name` and `#/items/0/name` by their steps. */
function split(path: string): readonly string[] {
  return path.split(/[./[\]]+/).filter((it) => it !== '' && it !== '#' && it !== '$');
}
