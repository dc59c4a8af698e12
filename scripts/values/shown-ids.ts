import { arrayOf, objectOf, textOf, type Json } from '../base/json.ts';
import { pointerOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import type { ApiModel, Operation, Parameter } from '../model/api-model.ts';
import { documentedThings } from '../model/documented-ids.ts';
import { sampleValue } from './generate/sample-value.ts';
import { shapeAt } from './schema-shape.ts';
import { successOf } from '../model/documented-response.ts';

const KNOWN = new WeakMap<ApiModel, Map<string, readonly Json[]>>();

/**
 * Ids of things that a description shows where it has no `x-resource`: those of examples, of parameters
 * first, and where there is none the one that its schema makes. Whoever sends one of them asks for something
 * that a server which knows nothing but the description can show.
 */
export function shownIds(api: ApiModel, name: string): readonly Json[] {
  const known = KNOWN.get(api) ?? new Map<string, readonly Json[]>();
  KNOWN.set(api, known);
  const ids = known.get(name) ?? findIds(api, name);
  known.set(name, ids);
  return ids;
}

/** The ids that a variable of a path may take, where it says which thing of such a kind; none where it does not. */
export function idsFor(
  api: ApiModel,
  { path }: Operation,
  { name: variable, in: place }: Parameter,
): readonly Json[] {
  if (place !== 'path') return [];
  const end = path.indexOf(`{${variable}}`) + variable.length + 2;
  const one = path.slice(0, end);
  const reader = api.operations.find(
    (it) => it.path === one && it.inferredResource?.action === 'read',
  );
  return reader?.inferredResource ? shownIds(api, reader.inferredResource.name) : [];
}

function findIds(api: ApiModel, name: string): readonly Json[] {
  const reader = readerOf(api, name);
  if (!reader) return [];
  const ids = exampleIds(api, name, reader);
  return ids.length > 0 ? ids : madeIds(api, reader);
}

/** Whether a description shows things of a kind in its examples: what it merely describes may be anything. */
export function isShownByExamples(api: ApiModel, name: string): boolean {
  const reader = readerOf(api, name);
  if (!reader) return false;
  const property = objectOf(resolved(api.document, idProperty(api, reader)));
  const isExemplary = ['example', 'examples', 'const', 'enum'].some((it) =>
    Object.hasOwn(property, it),
  );
  return isExemplary || exampleIds(api, name, reader).length > 0;
}

function readerOf({ operations }: ApiModel, name: string): Operation | undefined {
  return operations.find(({ inferredResource: it }) => it?.name === name && it.action === 'read');
}

function exampleIds(api: ApiModel, name: string, reader: Operation): readonly Json[] {
  const shown = [
    ...api.operations
      .filter(({ path }) => isAt(path, reader.path))
      .flatMap((it) => givenIds(api, it, reader)),
    ...documentedThings(api, name).flatMap(({ thing, key }) => valueAt(thing, key) ?? []),
  ].filter((it) => typeof it === 'string' || typeof it === 'number' || typeof it === 'bigint');
  return [...new Map(shown.map((it) => [textOf(it), it])).values()];
}

function isAt(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}

/** What the examples of the variable say, its own or its schema's. */
function givenIds(
  { document }: ApiModel,
  operation: Operation,
  reader: Operation,
): readonly Json[] {
  const parameter = idParameter(operation, reader);
  const { schema } = parameter ?? {};
  const {
    example,
    examples,
    default: usual,
    enum: listed,
  } = objectOf(resolved(document, schemaAt(document, schema)));
  const single = [example, usual].filter((it) => it !== undefined);
  return [
    ...(parameter?.examples ?? []).map(({ value }) => value),
    ...single,
    ...arrayOf(examples),
    ...arrayOf(listed),
  ];
}

function idParameter({ parameters }: Operation, { inferredResource }: Operation) {
  return parameters.find((it) => it.in === 'path' && it.name === inferredResource?.id);
}

/** The id that a thing gets from its schema, if it can be asked for; else one that can. */
function madeIds(api: ApiModel, reader: Operation): readonly Json[] {
  const { document, schemas } = api;
  const { schema } = idParameter(reader, reader) ?? {};
  const isFit = (id: Json) => schema === undefined || schemas.check(schema, id).length === 0;
  const wanted = [idProperty(api, reader), schemaAt(document, schema)];
  for (const node of wanted) {
    const sample = sampleValue(document, node, { destination: 'path' });
    if (node !== undefined && 'value' in sample && isFit(sample.value)) return [sample.value];
  }
  return [];
}

/** The schema of the id in what a reader answers. */
function idProperty({ document }: ApiModel, reader: Operation): Json | undefined {
  const { key = '#', item = '#' } = reader.inferredResource ?? {};
  const answer = successOf(reader)?.response.content.find((it) => it.schema !== undefined)?.schema;
  return shapeAt(document, answer, item).properties[key.slice(2)];
}

/** A schema, or the one that it refers to. */
function resolved(document: Json, schema: Json | undefined): Json | undefined {
  const { $ref } = objectOf(schema);
  return typeof $ref === 'string' ? valueAt(document, pointerOf($ref)) : schema;
}

function schemaAt(document: Json, pointer: Pointer | undefined): Json | undefined {
  return pointer === undefined ? undefined : valueAt(document, pointer);
}
