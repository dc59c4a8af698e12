import { isObject, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { someObject } from '../base/some-object.ts';
import { nodesOf } from '../model/description-nodes.ts';
import { METASCHEMAS } from './metaschemas.ts';

/** A node and where it stands; of another document than the description's own, below its address. */
export interface Place {
  readonly node: Json;
  readonly pointer: Pointer;
}

/** Follows the references of one document. Whoever refers is named by its pointer or the object itself. */
export interface Resolver {
  /** Where a `$ref` leads (JSON Schema 2020-12, core, sections 8.2.1 to 8.2.3.1). */
  readonly follow: (ref: string, from?: Pointer | JsonObject) => Place | undefined;
  /**
   * Where a `$dynamicRef` leads (section 8.2.3.2): `scope` holds the pointers of the schemas that
   * were entered on the way, the outermost first.
   */
  readonly followDynamic: (
    ref: string,
    from: Pointer | JsonObject,
    scope: readonly Pointer[],
  ) => Place | undefined;
  /** Where an object of the document stands. */
  readonly pointerTo: (node: JsonObject) => Pointer | undefined;
  /** The node at a pointer, also at one that `follow` gave for another document. */
  readonly nodeAt: (pointer: Pointer) => Json | undefined;
  /** Whether any schema has a `$dynamicAnchor`: without one no `$dynamicRef` leads elsewhere. */
  readonly isDynamic: boolean;
  /** Pointer of the schema resource that a pointer is in: of its `$id`, or of the document. */
  readonly resourceAt: (pointer: Pointer) => Pointer;
  /** The `$dynamicAnchor`s of the schema resource that a pointer is in, by name. */
  readonly dynamicAnchorsAt: (pointer: Pointer) => ReadonlyMap<string, Place>;
}

interface ResolverOptions {
  /**
   * Whether other documents may be parts of a description, which name schemas at any place: only who
   * refers to a part tells what it is.
   */
  readonly hasParts?: boolean;
}

/** Address of a document that says none: relative ones of its `$id`s are counted from here. */
const BASE = 'kiln://description/openapi.json';

const RESOLVERS = new WeakMap<object, Resolver>();

/** The resolver of a document, made once for each. */
export function resolverOf(document: Json): Resolver {
  if (!isObject(document)) return toResolver(document);
  const known = RESOLVERS.get(document) ?? toResolver(document);
  RESOLVERS.set(document, known);
  return known;
}

/** A part of a document with an address of its own (section 4.3.5). */
interface Resource extends Place {
  readonly address: string;
  /** The document it is a part of; undefined for that itself. */
  readonly document: Resource | undefined;
  readonly anchors: Map<string, Place>;
  readonly dynamicAnchors: Map<string, Place>;
}

/** The resolver of a document that may refer to others, which are given by their addresses. */
export function toResolver(
  document: Json,
  others?: Pick<ReadonlyMap<string, Json>, 'get'>,
  { hasParts = false }: ResolverOptions = {},
): Resolver {
  const own = readResources(document, '#', BASE);
  const byAddress = new Map<string, Resource>();
  // Of two with one address the first counts.
  for (const resource of own.toReversed()) byAddress.set(resource.address, resource);
  // The longest pointers first: the first that leads to a place is the innermost.
  const resources = own.toReversed();

  const find = (address: string): Resource | undefined => {
    const known = byAddress.get(address);
    if (known) return known;
    const other = others?.get(address) ?? METASCHEMAS.get(address);
    if (other === undefined) return undefined;
    const found = readResources(other, append('#', address), address, hasParts);
    for (const it of found) {
      if (!byAddress.has(it.address)) byAddress.set(it.address, it);
      resources.unshift(it);
    }
    // One may be kept under another address than it calls itself by.
    const [whole] = found;
    if (whole && !byAddress.has(address)) byAddress.set(address, whole);
    return whole;
  };

  const resourceAround = (pointer: Pointer): Resource | undefined =>
    resources.find((it) => pointer === it.pointer || pointer.startsWith(`${it.pointer}/`));

  const pointers = lazily(() => pointersOf(document));
  const placeOf = (from: Pointer | JsonObject): Pointer =>
    typeof from === 'string' ? from : (pointers().get(from) ?? '#');

  const target = (ref: string, from: Pointer): { place: Place; at: Resource } | undefined => {
    const around = resourceAround(from);
    const hash = ref.indexOf('#');
    const path = hash < 0 ? ref : ref.slice(0, hash);
    const fragment = hash < 0 ? '' : ref.slice(hash + 1);
    const address = path === '' ? around?.address : addressOf(path, around?.address ?? BASE);
    const resource = path === '' ? around : address === undefined ? undefined : find(address);
    if (!resource) return undefined;
    const place = placeIn(resource, fragment);
    if (place) return { place, at: resource };
    // What the OpenAPI document as a whole is meant by, though the schema has an address of its own.
    const whole = path === '' ? placeIn(resource.document ?? resource, fragment) : undefined;
    return whole && { place: whole, at: resource };
  };

  return {
    follow: (ref, from = '#') => target(ref, placeOf(from))?.place,
    followDynamic(ref, from, scope) {
      const found = target(ref, placeOf(from));
      const name = fragmentName(ref);
      if (!found || found.at.dynamicAnchors.get(name)?.pointer !== found.place.pointer) {
        return found?.place;
      }
      for (const entered of scope) {
        const dynamic = resourceAround(entered)?.dynamicAnchors.get(name);
        if (dynamic) return dynamic;
      }
      return found.place;
    },
    pointerTo: (node) => pointers().get(node),
    nodeAt(pointer) {
      const around = resourceAround(pointer);
      return around && valueAt(around.node, below(around.pointer, pointer));
    },
    get isDynamic() {
      return resources.some((it) => it.dynamicAnchors.size > 0);
    },
    resourceAt: (pointer) => resourceAround(pointer)?.pointer ?? '#',
    dynamicAnchorsAt: (pointer) => resourceAround(pointer)?.dynamicAnchors ?? NONE,
  };
}

const NONE: ReadonlyMap<string, Place> = new Map();

/** The document itself, and every schema in it that has an address of its own. */
function readResources(document: Json, root: Pointer, address: string, isPart = false): Resource[] {
  const whole = toResource({ node: document, pointer: root }, address);
  const resources = [whole];
  if (isNameless(document)) return resources;
  // What is no description may be a schema; nothing else has keywords of that name.
  const role = isObject(document) && Object.hasOwn(document, 'openapi') ? 'object' : 'schema';
  const open = [whole];
  for (const { node, pointer, isSchema } of nodesOf(document, root, role)) {
    if (!isSchema && (!isPart || role === 'object')) continue;
    while (open.length > 1 && !pointer.startsWith(`${open.at(-1)?.pointer ?? ''}/`)) open.pop();
    const id = stringOf(node['$id']);
    const around = open.at(-1) ?? whole;
    const named = id === undefined ? undefined : addressOf(id, around.address);
    if (named !== undefined) {
      const inner = toResource({ node, pointer }, named, whole);
      resources.push(inner);
      open.push(inner);
    }
    const { anchors, dynamicAnchors } = open.at(-1) ?? whole;
    const place = { node, pointer };
    for (const anchor of [stringOf(node['$anchor']), stringOf(node['$dynamicAnchor'])]) {
      if (anchor !== undefined && !anchors.has(anchor)) anchors.set(anchor, place);
    }
    const dynamic = stringOf(node['$dynamicAnchor']);
    if (dynamic !== undefined && !dynamicAnchors.has(dynamic)) dynamicAnchors.set(dynamic, place);
  }
  return resources;
}

/** Parts of documents in which no schema has a name: of a document that was changed most are the same. */
const NAMELESS = new WeakSet<object>();

/** Whether no schema in a document has an address or an anchor, which is so of most. */
function isNameless(part: Json, levels = 3): boolean {
  if (levels === 0 || !isObject(part)) return !someObject(part, isNamed);
  if (NAMELESS.has(part)) return true;
  if (isNamed(part) || !Object.values(part).every((it) => isNameless(it, levels - 1))) return false;
  NAMELESS.add(part);
  return true;
}

function isNamed({ $id, $anchor, $dynamicAnchor }: JsonObject): boolean {
  return [$id, $anchor, $dynamicAnchor].some((it) => typeof it === 'string');
}

function toResource(place: Place, address: string, document?: Resource): Resource {
  return { ...place, address, document, anchors: new Map(), dynamicAnchors: new Map() };
}

function placeIn(resource: Resource, fragment: string): Place | undefined {
  if (fragment === '') return resource;
  const pointer = pointerOf(`#${fragment}`);
  if (!pointer.startsWith('#/')) return resource.anchors.get(pointer.slice(1));
  const node = valueAt(resource.node, pointer);
  return node === undefined
    ? undefined
    : { node, pointer: append(resource.pointer, ...tokensOf(pointer)) };
}

function fragmentName(ref: string): string {
  return pointerOf(ref.includes('#') ? ref : '#').slice(1);
}

/** An absolute address without its fragment; undefined where the two make none (RFC 3986, section 5). */
function addressOf(reference: string, base: string): string | undefined {
  const [path = ''] = reference.split('#', 1);
  if (path === '') return undefined;
  return URL.canParse(path, base) ? new URL(path, base).href : undefined;
}

function below(outer: Pointer, pointer: Pointer): Pointer {
  return `#${pointer.slice(outer.length)}`;
}

function pointersOf(document: Json): ReadonlyMap<object, Pointer> {
  const pointers = new Map<object, Pointer>();
  const walk = (node: Json, pointer: Pointer): void => {
    if (node === null || typeof node !== 'object') return;
    pointers.set(node, pointer);
    for (const [key, child] of Object.entries(node)) walk(child, append(pointer, key));
  };
  walk(document, '#');
  return pointers;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
