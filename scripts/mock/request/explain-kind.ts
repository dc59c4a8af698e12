import type { ApiModel, Breach } from '../../model/api-model.ts';
import {
  arrayOf,
  isObject,
  objectOf,
  stringOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';

/** What is wrong with an object whose kind a property tells: the property itself, or what its kind demands. */
export interface KindFlaw {
  /** From the whole value to the object, as a JSON Pointer string. */
  readonly at: string;
  /** The property, where it tells of no known kind. */
  readonly unknown?: { readonly name: string; readonly kinds: readonly string[] };
  /** Within the object, where its kind is known. */
  readonly breach?: Breach;
}

/** Schemas deeper than this explain nothing. */
const DEEPEST = 30;

/**
 * Why an object is refused that says by a discriminator of what kind it is (OpenAPI 3.1.1, section 4.8.25): as
 * one of that kind, and not as one of any other. The discriminator only explains; what counts is the schema.
 */
export function explainKind(
  api: ApiModel,
  schema: Pointer,
  value: Json,
  breach: Breach,
): KindFlaw | undefined {
  return find(api, schema, value, { breach, at: '', depth: 0, asked: new Set() });
}

interface Search {
  readonly breach: Breach;
  readonly at: string;
  readonly depth: number;
  /** Schemas that were asked of a place: several ways may lead to one. */
  readonly asked: Set<string>;
}

function find(
  api: ApiModel,
  pointer: Pointer,
  value: Json,
  { breach, at, depth, asked }: Search,
): KindFlaw | undefined {
  const question = `${at} ${pointer}`;
  if (depth > DEEPEST || asked.has(question)) return undefined;
  asked.add(question);
  const { document } = api;
  const schema = objectOf(valueAt(document, pointer));
  const below = (to: Pointer, child: Json = value, step = '') =>
    find(api, to, child, { breach, at: at + step, depth: depth + 1, asked });
  const refers = stringOf(schema['$ref']);
  const found =
    (refers?.startsWith('#') === true ? below(pointerOf(refers)) : undefined) ??
    first(arrayOf(schema['allOf']), (_, i) => below(append(pointer, 'allOf', i)));
  if (found) return found;
  const own = isObject(value) ? flawOfKind(api, pointer, schema, value) : undefined;
  if (own) return { ...own, at };
  // Only what leads to the flaw is of interest.
  const [, step] = breach.instance.slice(at.length).split('/');
  const child = step === undefined ? undefined : childAt(value, step);
  if (step === undefined || child === undefined) return undefined;
  const place = Array.isArray(value)
    ? append(pointer, 'items')
    : append(pointer, 'properties', unescaped(step));
  return below(place, child, `/${step}`);
}

/** What a value has at one step of a JSON Pointer (RFC 6901, section 4). */
function childAt(value: Json, step: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(step)];
  const name = unescaped(step);
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function flawOfKind(
  { document, schemas }: ApiModel,
  pointer: Pointer,
  schema: JsonObject,
  value: JsonObject,
): Omit<KindFlaw, 'at'> | undefined {
  const name = stringOf(objectOf(schema['discriminator'])['propertyName']);
  if (name === undefined || !Object.hasOwn(value, name)) return undefined;
  const kinds = kindsOf(document, pointer, schema, name);
  const kind = kinds.get(stringOf(value[name]) ?? '');
  if (kinds.size === 0) return undefined;
  if (kind === undefined) return { unknown: { name, kinds: [...kinds.keys()] } };
  const [breach] = schemas.check(kind, value, 'request');
  return breach && { breach };
}

/** The values of a discriminator, each with the schema that it stands for. */
function kindsOf(
  document: Json,
  pointer: Pointer,
  schema: JsonObject,
  name: string,
): ReadonlyMap<string, Pointer> {
  const keyword = schema['oneOf'] === undefined ? 'anyOf' : 'oneOf';
  const options = arrayOf(schema[keyword]).map((option, i) => {
    const refers = stringOf(objectOf(option)['$ref']);
    return refers?.startsWith('#') === true ? pointerOf(refers) : append(pointer, keyword, i);
  });
  const listed = options.flatMap((option) =>
    valuesOf(objectOf(objectOf(valueAt(document, option))['properties'])[name]).map(
      (it) => [it, option] as const,
    ),
  );
  // What the schemas themselves demand is what counts.
  if (listed.length > 0) return new Map(listed);
  const mapping = Object.entries(objectOf(objectOf(schema['discriminator'])['mapping']));
  const mapped = mapping.map(([it, to]) => [it, targetOf(stringOf(to) ?? '')] as const);
  const targets = new Set(mapped.map(([, to]) => to));
  const named = options
    .filter((option) => !targets.has(option) && tokensOf(option)[0] === 'components')
    .map((option) => [tokensOf(option).at(-1) ?? '', option] as const);
  return new Map([...mapped, ...named]);
}

function targetOf(written: string): Pointer {
  return written.startsWith('#') ? pointerOf(written) : append('#/components/schemas', written);
}

function valuesOf(property: Json | undefined): readonly string[] {
  const { const: only, enum: several } = objectOf(property);
  return [only, ...arrayOf(several)].filter((it) => typeof it === 'string');
}

function first<Item, Found>(
  items: readonly Item[],
  seek: (item: Item, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = seek(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
