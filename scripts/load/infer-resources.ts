import type { MediaType, Operation } from '../model/api-model.ts';
import { successOf } from '../model/documented-response.ts';
import type { ResourcePolicy } from '../model/policies.ts';
import type { JsonObject } from '../base/json.ts';
import { essenceOf } from '../base/media-type.ts';
import { append, valueAt, type Pointer } from '../base/json-pointer.ts';
import { shapeAt, shapeOf } from '../values/schema-shape.ts';
import { identifyThing } from './identify-thing.ts';
import { isMadeElsewhere, makersOf, type Makers } from './thing-makers.ts';
import { variablesOf } from '../model/path-variables.ts';
import { thingPathsOf, type ThingPaths } from './thing-paths.ts';
import { jsonAnswerOf, listPlace, thingPlace, typesOf } from './thing-places.ts';

/**
 * The operations, each with what it does to things where paths, methods, schemas and links leave no doubt,
 * as `x-resource` would say it. A description that has one `x-resource` has said all it wants to.
 */
export function withInferredResources(
  document: JsonObject,
  operations: readonly Operation[],
): readonly Operation[] {
  if (operations.some(({ resource }) => resource !== undefined)) return operations;
  const inferred = new Map<Operation, ResourcePolicy>();
  const makers = makersOf(document, operations);
  for (const paths of thingPathsOf(operations)) {
    for (const [operation, policy] of policiesOf(document, paths, makers)) {
      inferred.set(operation, policy);
    }
  }
  if (inferred.size === 0) return operations;
  return operations.map((it) => ({ ...it, inferredResource: inferred.get(it) }));
}

/** What is known of the things at a path. */
interface Kind {
  readonly document: JsonObject;
  readonly paths: ThingPaths;
  /** The property that holds the id. */
  readonly id: string;
  readonly isThing: (properties: JsonObject) => boolean;
  /** Whether things have a property of that name. */
  readonly isProperty: (name: string) => boolean;
}

function policiesOf(
  document: JsonObject,
  paths: ThingPaths,
  makers: Makers,
): readonly (readonly [Operation, ResourcePolicy])[] {
  const { onAll, onOne, path: name } = paths;
  const read = on('get', onOne);
  if (!read || !isServedTogether([...onAll, ...onOne])) return [];
  const creating = on('post', onAll);
  const putting = on('put', onOne);
  const found = identifyThing(document, paths, read, creating);
  if (!found) return [];
  const { id, item } = found;
  const isThing = (properties: JsonObject) => Object.hasOwn(properties, id);
  const { properties } = shapeAt(document, jsonAnswerOf(read)?.schema, item);
  const isProperty = (it: string) => Object.hasOwn(properties, it);
  const kind: Kind = { document, paths, id, isThing, isProperty };
  const create = creating && creationOf(kind, creating);
  const isPutToCreate = putting?.responses.some(({ status }) => status === '201') === true;
  if (!create && !isPutToCreate) return [];
  const isOpen = found.isGuess === true || isMadeElsewhere(document, paths, makers, { read, item });
  const common = {
    name,
    inferred: true as const,
    key: append('#', id),
    ...(isOpen && { isOpen }),
  };
  const policies = [
    creating && create && ([creating, { ...create, action: 'create' }] as const),
    [read, { action: 'read', id: paths.variable, item }] as const,
    listingOf(kind, on('get', onAll)),
    ...onOne.map((it) => changeOf(kind, it, isPutToCreate)),
    ...onAll.map((it) => changeInBody(kind, it)),
  ].filter((it) => it !== undefined);
  return policies.map(([operation, policy]) => [
    operation,
    { ...common, within: withinOf(operation, paths), ...policy },
  ]);
}

type Part = Omit<ResourcePolicy, 'name'>;

function on(method: string, operations: readonly Operation[]): Operation | undefined {
  return operations.find((it) => it.method === method);
}

/** Things that another server keeps are other things. */
function isServedTogether(operations: readonly Operation[]): boolean {
  return (
    new Set(operations.map(({ servers }) => servers.map(({ url }) => url).join(' '))).size <= 1
  );
}

/** The variables above a thing say whose it is. */
function withinOf({ path }: Operation, { path: above }: ThingPaths): readonly string[] {
  return variablesOf(path).slice(0, variablesOf(above).length);
}

/** Where the body says what a thing is like; undefined where it is no object, or there is none. */
function inputOf({ document, isProperty }: Kind, { body }: Operation): Pointer | undefined {
  const media = body?.content.find((it) => isOfObjects(document, it));
  // A list of changes to an object (RFC 6902).
  const isPatch = body?.content.some((it) => essenceOf(it.mediaType) === JSON_PATCH) === true;
  if (media?.schema === undefined) return isPatch ? '#' : undefined;
  const { properties } = shapeAt(document, media.schema, '#');
  const [only, ...others] = Object.keys(properties);
  if (only === undefined || others.length > 0 || isProperty(only)) return '#';
  // An object that holds nothing but an object is there to name it.
  const isWrapped = Object.keys(shapeOf(document, properties[only]).properties).length > 0;
  return isWrapped ? append('#', only) : '#';
}

const JSON_PATCH = 'application/json-patch+json';

function isOfObjects(document: JsonObject, { schema }: MediaType): boolean {
  if (schema === undefined) return false;
  const node = valueAt(document, schema);
  const isNamed = Object.keys(shapeOf(document, node).properties).length > 0;
  return isNamed || typesOf(document, node)?.has('object') === true;
}

function creationOf(kind: Kind, operation: Operation): Part | undefined {
  const { document, paths, isThing } = kind;
  const success = successOf(operation);
  if (!success || success.status < 200 || success.status > 299) return undefined;
  const item = thingPlace(document, jsonAnswerOf(operation)?.schema, paths.segment, isThing);
  const input = inputOf(kind, operation);
  if (input === undefined) {
    const isCreated = item !== undefined && !operation.body && success.status === 201;
    return isCreated ? { action: 'create', item } : undefined;
  }
  // Who is not told the id has to have said it.
  const isKnown = item !== undefined || namesItself(kind, operation, input);
  return isKnown ? { action: 'create', input, ...(item && { item }) } : undefined;
}

function namesItself({ document, isThing }: Kind, { body }: Operation, input: Pointer): boolean {
  const media = body?.content.find((it) => it.schema !== undefined);
  return isThing(shapeAt(document, media?.schema, input).properties);
}

function listingOf(kind: Kind, operation: Operation | undefined) {
  const { document, paths, isThing } = kind;
  const schema = operation && jsonAnswerOf(operation)?.schema;
  const items = listPlace(document, schema, paths.segment, isThing);
  if (!operation || items === undefined) return undefined;
  return [operation, { action: 'list', items } satisfies Part] as const;
}

function changeOf(kind: Kind, operation: Operation, isPutToCreate: boolean) {
  const { document, paths, isThing } = kind;
  const { method } = operation;
  const id = paths.variable;
  if (method === 'delete') return [operation, { action: 'delete', id } satisfies Part] as const;
  if (method !== 'put' && method !== 'patch' && method !== 'post') return undefined;
  const input = inputOf(kind, operation);
  const item = thingPlace(document, jsonAnswerOf(operation)?.schema, paths.segment, isThing);
  const isChange = method !== 'post' || (item !== undefined && !hasOtherChange(paths));
  if (input === undefined || !isChange) return undefined;
  const action = method === 'put' && isPutToCreate ? 'upsert' : 'update';
  return [operation, { action, id, input, ...(item && { item }) } satisfies Part] as const;
}

/** Where nothing else changes a thing, a POST to it that answers with it does. */
function hasOtherChange({ onOne }: ThingPaths): boolean {
  return on('put', onOne) !== undefined || on('patch', onOne) !== undefined;
}

/**
 * `PUT /pets` with a pet that says which one it is. Its address is there whichever that is, and to put
 * something may be to create it (RFC 9110, section 9.3.4): one that is not known is taken all the same.
 */
function changeInBody(kind: Kind, operation: Operation) {
  const { document, paths, isThing, id } = kind;
  if (operation.method !== 'put' && operation.method !== 'patch') return undefined;
  const input = inputOf(kind, operation);
  if (input === undefined || !namesItself(kind, operation, input)) return undefined;
  const item = thingPlace(document, jsonAnswerOf(operation)?.schema, paths.segment, isThing);
  const part: Part = { action: 'update', id: append(input, id), input, ...(item && { item }) };
  return [
    operation,
    operation.method === 'put' ? { ...part, isOpen: true as const } : part,
  ] as const;
}
