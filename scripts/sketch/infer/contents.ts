import { isObject, type Json, type JsonObject } from '../../base/json.ts';
import { isJsonType } from '../../base/media-type.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { MARK } from '../marks.ts';
import type { SampleAnswer, Content } from '../sample.ts';
import type { SeenCall } from './calls.ts';
import { inferSchema } from './infer-schema.ts';
import { hideSecrets } from './secrets.ts';

/** Collects what was seen of each named schema, whichever operation had it. */
export interface SchemaPool {
  /** Adds a value to the schema of a name, and gives the value without its secrets. */
  readonly add: (name: string, value: Json) => Json;
  /** The same of a list, whose items are what another name stands for. */
  readonly addList: (name: string, item: string, value: Json) => Json;
  readonly clean: (value: Json) => Json;
  readonly schemas: () => JsonObject;
}

export function newPool(secrets: ReadonlySet<string>): SchemaPool {
  const values = new Map<string, Json[]>();
  const lists = new Map<string, string>();
  const clean = (value: Json) => hideSecrets(value, secrets);
  const add = (name: string, value: Json): Json => {
    const shown = clean(value);
    values.set(name, [...(values.get(name) ?? []), shown]);
    return shown;
  };
  const schemaOf = (name: string, seen: readonly Json[]): JsonObject => {
    const item = lists.get(name);
    const schema = inferSchema(seen);
    return item !== undefined && schema['type'] === 'array' && values.has(item)
      ? { ...schema, items: { $ref: `#/components/schemas/${item}` } }
      : schema;
  };
  return {
    clean,
    add,
    addList(name, item, value) {
      if (Array.isArray(value)) {
        lists.set(name, item);
        for (const it of value as readonly Json[]) add(item, it);
        if (value.length === 0) values.set(item, values.get(item) ?? []);
      }
      return add(name, value);
    },
    schemas: () =>
      Object.fromEntries(
        [...values].map(([name, seen]) => [name, { ...schemaOf(name, seen), [MARK]: ['loose'] }]),
      ),
  };
}

/** Longest text of an example: what a recording has may be without an end. */
const LONGEST = 20_000;

export function sketchBody(
  { samples, method }: SeenCall,
  thing: string,
  pool: SchemaPool,
): JsonObject | undefined {
  const bodies = samples.flatMap(({ body }) => body ?? []);
  if (bodies.length === 0 || method === 'get' || method === 'head') return undefined;
  const suffix = method === 'patch' ? 'Changes' : 'Input';
  return { content: contentOf(bodies, `${thing}${suffix}`, pool) };
}

function contentOf(bodies: readonly Content[], name: string, pool: SchemaPool): JsonObject {
  const byType = Map.groupBy(bodies, ({ mediaType }) => mediaType);
  return Object.fromEntries(
    [...byType].map(([mediaType, seen]) => [mediaType, mediaOf(mediaType, seen, name, pool)]),
  );
}

function mediaOf(
  mediaType: string,
  seen: readonly Content[],
  name: string,
  pool: SchemaPool,
): JsonObject {
  if (mediaType === 'multipart/form-data') return partsOf(seen, name, pool);
  const isForm = mediaType === 'application/x-www-form-urlencoded';
  if (!isForm && !isJsonType(mediaType)) return { schema: { type: 'string' } };
  const values = seen.flatMap(({ text }) => {
    const value = isForm ? formOf(text) : jsonOrNone(text);
    // A list is one value.
    return value === undefined ? [] : [value];
  });
  const own = isForm ? `${name}Form` : name;
  if (values.length === 0) {
    pool.add(own, {});
    return { schema: { $ref: `#/components/schemas/${own}` }, examples: { shown: { value: {} } } };
  }
  const item = own.endsWith('List') ? own.slice(0, -4) : undefined;
  const shown = values.map((it) =>
    item === undefined ? pool.add(own, it) : pool.addList(own, item, it),
  );
  const example =
    shown.find((it) => JSON.stringify(it).length <= LONGEST) ?? shortened(shown[0] ?? null);
  return {
    schema: { $ref: `#/components/schemas/${own}` },
    examples: { shown: { value: example } },
  };
}

function partsOf(seen: readonly Content[], name: string, pool: SchemaPool): JsonObject {
  const parts = seen.flatMap((it) => it.parts ?? []);
  const files = new Set(parts.flatMap(([part, value]) => (value === undefined ? part : [])));
  const texts = parts.filter(([part]) => !files.has(part));
  const value = Object.fromEntries(texts.map(([part, it]) => [part, it ?? '']));
  const schema = inferSchema([pool.clean(value)]);
  const properties = {
    ...(isObject(schema['properties']) ? schema['properties'] : {}),
    ...Object.fromEntries(
      [...files].map((it) => [it, { contentMediaType: 'application/octet-stream' }]),
    ),
  };
  return { schema: { title: `${name}Parts`, type: 'object', properties, [MARK]: ['loose'] } };
}

function formOf(text: string): Json {
  const fields = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const values = fields.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

/** Lists with two items, so that a long answer is shown by its shape. */
function shortened(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).slice(0, 2).map(shortened);
  if (!isObject(value)) return typeof value === 'string' ? value.slice(0, 200) : value;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 100)
      .map(([key, it]) => [key, shortened(it)]),
  );
}

/** The answers that were seen; where there is none, what HTTP foresees. */
export function sketchResponses(
  { samples, method }: SeenCall,
  { thing, isList }: { readonly thing: string; readonly isList: boolean },
  pool: SchemaPool,
): JsonObject {
  const answers = samples
    .flatMap(({ answer }) => answer ?? [])
    .filter(({ status }) => status !== 304);
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  const seen = [...byStatus].toSorted(([left], [right]) => left - right);
  const told = seen.map(([status, all]) => [
    `${status}`,
    responseOf(status, all, { thing, isList, method }, pool),
  ]);
  const hasSuccess = seen.some(([status]) => status >= 200 && status < 300);
  return {
    ...(!hasSuccess && concluded(method, { thing, isList }, pool)),
    ...(Object.fromEntries(told) as JsonObject),
  };
}

interface Asked {
  readonly thing: string;
  readonly isList: boolean;
  readonly method: string;
}

function responseOf(
  status: number,
  answers: readonly SampleAnswer[],
  { thing, isList }: Asked,
  pool: SchemaPool,
): JsonObject {
  const contents = answers.flatMap(({ content }) => content ?? []);
  const name = status >= 400 ? 'Refusal' : isList ? `${thing}List` : thing;
  return {
    description: '',
    ...(contents.length > 0 && { content: contentOf(contents, name, pool) }),
  };
}

function concluded(
  method: string,
  { thing, isList }: Omit<Asked, 'method'>,
  pool: SchemaPool,
): JsonObject {
  if (method === 'delete' || method === 'head') {
    return { [method === 'head' ? '200' : '204']: { description: '', [MARK]: ['success'] } };
  }
  const name = isList ? `${thing}List` : thing;
  // Of a thing that nobody has shown nothing is known, and so everything is allowed.
  if (isList) pool.addList(name, thing, []);
  else pool.add(name, {});
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
  return { '200': { description: '', content, [MARK]: ['success'] } };
}
